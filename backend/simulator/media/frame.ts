import type { Frame } from '../endpoint.ts';

export const SAMPLE_RATE_HZ = 8_000;
export const FRAME_MS = 20;
export const FRAME_SAMPLES = (SAMPLE_RATE_HZ * FRAME_MS) / 1_000;

/** Shared by everybody who hears nothing: frames are never written to once handed on. */
export const SILENCE: Frame = new Int16Array(FRAME_SAMPLES);
