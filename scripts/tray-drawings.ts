// 22 units a side, which is what most trays show. Each state differs in colour and in shape; pale ones are only outlined.

const green = '#178a49';
const amber = '#b5680c';
const blue = '#2f66dd';
const slate = '#6b7280';
const red = '#d0281f';

const arrow = 'M5.500 11h10.500M11.500 6.500 16 11l-4.500 4.500';
const handset =
  'M6.800 6.200c-1 4.500 4.500 10 9 9l-.4-2.700-2.700-.9-1.100 1.100c-1.300-.6-2.300-1.600-2.900-2.900l1.100-1.100-.9-2.700z';

/** The tray's pictures by file name, as SVG. */
export function trayDrawings(): Record<string, string> {
  const counts = Array.from({ length: 9 }, (_, index) => String(index + 1));
  return {
    available: filled(green, line(arrow)),
    busy: filled(amber, line('M6 11h10')),
    'on-call': filled(
      blue,
      `<path d="${handset}" fill="#fff" stroke="#fff" stroke-width="1.200" stroke-linejoin="round"/>`,
    ),
    'wrap-up': filled(
      slate,
      [6.5, 11, 15.5].map((x) => `<circle cx="${x}" cy="11" r="1.600" fill="#fff"/>`).join(''),
    ),
    offline: outlined(slate, line('M6 11h10', slate)),
    'signed-out': outlined(slate, line(arrow, slate)),
    disconnected: outlined(
      amber,
      `${line('M11 5.800v6.400', amber)}<circle cx="11" cy="16" r="1.500" fill="${amber}"/>`,
    ),
    ...Object.fromEntries(counts.map((count) => [`waiting-${count}`, filled(red, digits(count, 16))])),
    'waiting-many': filled(red, digits('9+', 11.5)),
  };
}

function filled(colour: string, glyph: string): string {
  return drawing(`<rect x="1" y="1" width="20" height="20" rx="5.500" fill="${colour}"/>${glyph}`);
}

function outlined(colour: string, glyph: string): string {
  // White beneath, so that the thin lines are seen on a dark panel as well.
  return drawing(
    `<rect x="2" y="2" width="18" height="18" rx="4.500" fill="#fff" stroke="${colour}" stroke-width="2"/>${glyph}`,
  );
}

function line(path: string, colour = '#fff'): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.600" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function digits(text: string, size: number): string {
  return `<text x="11" y="${11 + size * 0.36}" font-family="sans-serif" font-weight="700" font-size="${size}" text-anchor="middle" fill="#fff">${text}</text>`;
}

function drawing(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22">${content}</svg>`;
}
