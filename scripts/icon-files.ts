export interface SizedImage {
  /** Width and height in pixels. */
  readonly size: number;
  readonly png: Buffer;
}

/** A Windows icon: a directory of sizes, then the PNGs. https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) */
export function icoFile(images: readonly SizedImage[]): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);

  let offset = header.length + images.length * 16;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // A byte cannot hold 256; zero stands for it.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}

/** What macOS calls each picture, with its size in pixels: from 16 points on screens with double resolution to 512 points on such. */
const icnsTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1_024],
] as const;

/** A macOS icon: tagged PNGs, each with its length, in a tagged whole. https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
export function icnsFile(pngOf: (size: number) => Buffer): Buffer {
  return chunk('icns', Buffer.concat(icnsTypes.map(([type, size]) => chunk(type, pngOf(size)))));
}

function chunk(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 0, 'ascii');
  header.writeUInt32BE(content.length + header.length, 4);
  return Buffer.concat([header, content]);
}
