import { createRef } from 'react';
import { describe, expect, it } from 'vitest';
import { BarsChart } from '../../../../../src-renderer/features/reports/charts/bars-chart.tsx';
import { pictureOf } from '../../../../../src-renderer/features/reports/charts/picture-of.ts';
import { renderConsole } from '../../../support/render-console.tsx';

const bar = { key: 'a', label: '成功 & <不在>', value: 1, before: null, text: '1', tone: 'plain' } as const;

async function drawn(picture: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function pixelAt({ data, width }: ImageData, x: number, y: number): readonly number[] {
  const place = (y * width + x) * 4;
  return [...data.slice(place, place + 3)];
}

describe('pictureOf', () => {
  it('is on white and in the colours of a light screen, also from a dark one, twice as large', async () => {
    const chart = createRef<SVGSVGElement>();
    await renderConsole(
      <div style={{ colorScheme: 'dark' }}>
        <svg ref={chart} viewBox="0 0 600 28" width="600" height="28">
          <title>chart</title>
          <BarsChart width={600} bars={[bar]} />
        </svg>
      </div>,
    );
    if (chart.current === null) throw new Error('no chart');

    const picture = await drawn(await pictureOf(chart.current, { title: '結果 <今週>', subtitle: '1 – 7' }));

    expect([picture.width, picture.height]).toEqual([2 * (600 + 48), 2 * (28 + 56 + 48)]);
    expect(pixelAt(picture, 4, 4)).toEqual([255, 255, 255]);
    const middleOfBar = pixelAt(picture, 2 * (24 + 300), 2 * (24 + 56 + 14));
    expect(middleOfBar).toEqual([0x23, 0x56, 0xc5]);
  });
});
