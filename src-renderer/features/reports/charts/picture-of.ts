interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
}

const scale = 2;
const margin = 24;
const headHeight = 56;
const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
] as const;

/** A PNG of a chart under its title, on white whatever the screen looks like. Throws where the browser cannot draw it. */
export async function pictureOf(chart: SVGSVGElement, words: PictureWords): Promise<Blob> {
  const { width, height } = chart.viewBox.baseVal;
  const sheet = { width: width + 2 * margin, height: height + headHeight + 2 * margin };
  const image = new Image(sheet.width * scale, sheet.height * scale);
  // The page's security policy lets pictures come from `data:` alone.
  image.src = `data:image/svg+xml,${encodeURIComponent(onSheet(chart, words, sheet))}`;
  await image.decode();

  const canvas = document.createElement('canvas');
  canvas.width = sheet.width * scale;
  canvas.height = sheet.height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (picture === null) throw new Error('the chart could not be drawn');
  return picture;
}

function onSheet(
  chart: SVGSVGElement,
  words: PictureWords,
  sheet: { width: number; height: number },
): string {
  const copy = standingAlone(chart);
  const font = getComputedStyle(chart).fontFamily.replaceAll('"', "'");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width * scale}" height="${sheet.height * scale}"`,
    ` viewBox="0 0 ${sheet.width} ${sheet.height}"><rect width="100%" height="100%" fill="#fff"/>`,
    `<g font-family="${font}"><text x="${margin}" y="${margin + 16}" font-size="16" font-weight="600">${escaped(words.title)}</text>`,
    `<text x="${margin}" y="${margin + 38}" font-size="12" fill="#5a5f6b">${escaped(words.subtitle)}</text></g>`,
    `<g transform="translate(${margin} ${margin + headHeight})">${copy}</g></svg>`,
  ].join('');
}

/** What the chart consists of, with the looks that the page's style sheets give it on a light screen. */
function standingAlone(chart: SVGSVGElement): string {
  const host = document.createElement('div');
  host.style.colorScheme = 'light';
  host.style.position = 'absolute';
  host.style.visibility = 'hidden';
  const copy = document.importNode(chart, true);
  host.append(copy);
  document.body.append(host);
  for (const element of copy.querySelectorAll<SVGElement>('*')) {
    const looks = getComputedStyle(element);
    for (const name of drawn) element.setAttribute(name, looks.getPropertyValue(name));
    element.removeAttribute('class');
  }
  host.remove();
  return [...copy.children].map((child) => new XMLSerializer().serializeToString(child)).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
