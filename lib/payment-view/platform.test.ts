import { expect, it } from 'vitest';
import { detectPlatform } from './platform';

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0', 0, 'desktop'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0', 10, 'desktop'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15', 0, 'desktop'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15', 5, 'mobile'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1', 5, 'mobile'],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0 Mobile', 5, 'mobile'],
  ['Mozilla/5.0 (compatible; MSIE 10.0; Windows Phone 8.0)', 5, 'mobile'],
  ['Mozilla/5.0 (BB10; Touch) Version/10.0.9.2372 Mobile', 5, 'unsupported'],
  ['BlackBerry9700/5.0.0.862', 0, 'unsupported'],
  ['Opera/9.80 (Android; Opera Mini/7.6) Presto/2.8.119', 1, 'unsupported'],
])('detects for %s with %i touch points: %s', (userAgent, touchPoints, platform) => {
  expect(detectPlatform(userAgent, touchPoints)).toBe(platform);
});
