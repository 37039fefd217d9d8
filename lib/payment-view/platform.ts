import type { Platform } from './parameters';

/** Which view a device gets: phones and tablets that had a SEQR app pay in it; the rest scan, or are told. */
export function detectPlatform(userAgent: string, touchPoints: number): Platform {
  if (/BlackBerry|BB10|Opera Mini/i.test(userAgent)) return 'unsupported';
  // An iPad calls itself a Mac, but no Mac has a touch screen.
  if (/Macintosh/.test(userAgent) && touchPoints > 1) return 'mobile';
  return /Android|iPhone|iPad|iPod|Windows Phone/i.test(userAgent) ? 'mobile' : 'desktop';
}
