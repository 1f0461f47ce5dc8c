export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const size = { width: 380, height: 220 };
const margin = 16;

/** Where on a screen the alert appears: in the right corner that the system's own notifications leave free. */
export function alertBounds(workArea: Area, platform: NodeJS.Platform): Area {
  const bottom = workArea.y + workArea.height - size.height - margin;
  return {
    ...size,
    x: workArea.x + workArea.width - size.width - margin,
    // Windows shows its notifications at the bottom, macOS and most Linux desktops at the top.
    y: platform === 'win32' ? workArea.y + margin : bottom,
  };
}
