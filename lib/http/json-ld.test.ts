import { describe, expect, it } from 'vitest';
import { toJsonLd } from './json-ld';

describe('toJsonLd', () => {
  it.each(['</script><script>alert(1)</script>', '<!-- ', ']]>', '&lt;', '"quotes" \\ and \u2028', 'åäö 🌲'])(
    'escapes %j without loss',
    (name) => {
      const json = toJsonLd({ name });
      expect(json).not.toMatch(/[<>&\u2028]/);
      expect(JSON.parse(json)).toEqual({ name });
    },
  );
});
