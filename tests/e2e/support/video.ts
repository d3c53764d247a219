import { Buffer } from 'node:buffer';
import type { Pixels } from '../../helpers/qr-picture.ts';

/**
 * A still picture in gray as a video of two frames, which a fake camera repeats: YUV4MPEG2 with
 * 4:2:0 chroma, so width and height must be even. No codec is needed and no pixel is changed.
 */
export function stillVideo({ width, height, data }: Pixels): Buffer {
  const luma = Buffer.alloc(width * height);
  // Studio range: 16 is black, 235 is white.
  for (let pixel = 0; pixel < luma.length; pixel += 1)
    luma[pixel] = 16 + Math.round(((data[pixel * 4 + 1] ?? 0) * 219) / 255);
  const chroma = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const header = `YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\n`;
  return Buffer.concat([Buffer.from(header), frame, frame]);
}
