import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isErsReference, isPin } from './input-limits';

it('defines no length in a form itself, so that the parser enforces the same one', () => {
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const forms = files.filter((file) => file.endsWith('.tsx'));
  expect(forms.length).toBeGreaterThan(50);
  expect(forms.filter((file) => /(max|min)Length=\{\d+\}/.test(readFileSync(file, 'utf8')))).toEqual([]);
});

it.each(['123', '123456789', '12a4', ''])('rejects %j as a PIN', (text) => expect(isPin(text)).toBe(false));
it.each(['1234', '12345678'])('accepts %j as a PIN', (text) => expect(isPin(text)).toBe(true));
it.each(['12345', 'x123456', '1'.repeat(33)])('rejects %j as a reference', (text) =>
  expect(isErsReference(text)).toBe(false),
);
it.each(['123456', '1'.repeat(32)])('accepts %j as a reference', (text) => expect(isErsReference(text)).toBe(true));
