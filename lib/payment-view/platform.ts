import type { Platform } from './parameters';

/**
 * Chooses the view for a device. Phones and tablets for which there was a SEQR app pay in the app. On a computer the
 * view shows the code, and on other phones it says that they are not supported.
 */
export function detectPlatform(userAgent: string, touchPoints: number): Platform {
  if (/BlackBerry|BB10|Opera Mini/i.test(userAgent)) return 'unsupported';
  // An iPad identifies as a Mac, but no Mac has a touch screen.
  if (/Macintosh/.test(userAgent) && touchPoints > 1) return 'mobile';
  return /Android|iPhone|iPad|iPod|Windows Phone/i.test(userAgent) ? 'mobile' : 'desktop';
}
