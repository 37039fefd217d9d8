import { describe, expect, it } from 'vitest';
import { visibleError, visibleText } from './visible-text.js';

describe('visibleText', () => {
  it.each([
    ['a colour', '\x1b[31mred\x1b[0m', '\\u001b[31mred\\u001b[0m'],
    ['a title', '\x1b]0;owned\x07', '\\u001b]0;owned\\u0007'],
    ['a one-byte escape', '\x9b2J', '\\u009b2J'],
    ['a line of its own', 'a\r\n  ✓ passed', 'a\\u000d\\u000a  ✓ passed'],
    ['a Unicode line break', 'a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
    ['a tab, a backspace, a bell and a delete', '\t\b\x07\x7f', '\\u0009\\u0008\\u0007\\u007f'],
    ['a reversed name', 'a\u202Egnp.exe', 'a\\u202egnp.exe'],
    ['a tag character', 'a\u{E0041}', 'a\\u{e0041}'],
    ['half a character', 'a\uD800', 'a\\ud800'],
  ])('escapes %s', (_, text, shown) => expect(visibleText(text)).toBe(shown));

  it('does not change ordinary text', () => {
    for (const text of ['Åsa Öström', '“50 % off” – 日本語', '👩‍💻', 'نی‌خواهم', ''])
      expect(visibleText(text)).toBe(text);
  });

  it('keeps an error’s line breaks', () => {
    expect(visibleError(new Error('one\n\x1b[2Jtwo'))).toBe('one\n\\u001b[2Jtwo');
    expect(visibleError('\x07')).toBe('\\u0007');
  });
});
