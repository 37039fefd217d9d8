/**
 * Makes untrusted text safe for a terminal, on one line. Writes control characters, line breaks and invisible
 * characters as escapes such as `\u001b`, so that they cannot move the cursor, change colours or reorder the output.
 * Joiners inside words and emoji stay.
 * Plain JavaScript, because it also runs before anything is compiled.
 *
 * @param {string} text
 */
export function visibleText(text) {
  return text.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/**
 * An error's message, safe for a terminal, with its line breaks.
 *
 * @param {unknown} error
 */
export function visibleError(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n').map(visibleText).join('\n');
}
