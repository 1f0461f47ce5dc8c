import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { chromiumPath } from '../tests/support/chromium-path.ts';
import { icnsFile, icoFile } from './icon-files.ts';
import { trayDrawings } from './tray-drawings.ts';

// Draws every icon of the desktop app from its SVG: run after a change of a drawing, and commit the result.

const root = fileURLToPath(new URL('..', import.meta.url));
const resources = join(root, 'resources');

const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();

/** https://specifications.freedesktop.org/icon-theme-spec/latest/#install_icons */
const linuxSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1_024];
/** Small, medium and large on screens of 100 % to 250 %. https://learn.microsoft.com/windows/apps/design/style/iconography/app-icon-construction */
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256];
/** Side in pixels, and by how much screens multiply it. */
const traySizes = [
  { folder: '16', side: 16, scales: [1, 1.25, 1.5, 2] },
  { folder: '22', side: 22, scales: [1, 2] },
];

await drawAppIcons();
await drawTrayImages();
await browser.close();

async function drawAppIcons(): Promise<void> {
  const svg = await readFile(join(root, 'src-renderer/public/icon.svg'), 'utf8');
  const sizes = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256, 512, 1_024];
  const images = new Map<number, Buffer>();
  for (const size of sizes) images.set(size, await rasterise(page, svg, size));

  for (const size of linuxSizes) await save(`package/icons/${size}x${size}.png`, image(size));
  await save('icon.png', image(512));
  await save('package/icon.ico', icoFile(windowsSizes.map((size) => ({ size, png: image(size) }))));
  await save('package/icon.icns', icnsFile(image));

  function image(size: number): Buffer {
    const png = images.get(size);
    if (png === undefined) throw new Error(`no picture of ${size} pixels`);
    return png;
  }
}

async function drawTrayImages(): Promise<void> {
  for (const { folder, side, scales } of traySizes) {
    for (const [name, svg] of Object.entries(trayDrawings())) {
      for (const scale of scales) {
        const suffix = scale === 1 ? '' : `@${scale}x`;
        await save(`tray/${folder}/${name}${suffix}.png`, await rasterise(page, svg, side * scale));
      }
    }
  }
}

async function rasterise(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>body{margin:0;background:transparent}</style><img width="${size}" height="${size}" src="${source}">`,
  );
  await page.locator('img').evaluate((image: { decode(): Promise<void> }) => image.decode());
  return page.screenshot({ omitBackground: true });
}

async function save(path: string, content: Uint8Array): Promise<void> {
  const target = join(resources, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
