import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signedIn } from '../testing/admin-session';
import { configure } from '../testing/configure';
import { previewKinds, previewLanguages, previewMail } from './preview-mail';

configure({ PUBLIC_URL: 'https://shop.test' });
const session = signedIn('Åsa');
const cases = previewKinds.flatMap((kind) => previewLanguages.map(({ language }) => ({ kind, language })));

describe('the preview of a mail', () => {
  it.each(cases)('$kind in $language has a subject, a text and a page in one language', ({ kind, language }) => {
    const mail = previewMail(session, kind, language);
    expect(mail).toMatchObject({ kind, language });
    expect(mail.subject).toMatch(/^.{5,80}$/);
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.html).not.toMatch(/<script|<img|<style/);
    expect(mail.text).toContain('https://shop.test/');
    expect(`${mail.text}${mail.html}`).not.toMatch(/undefined|null|NaN|\[object/);
    const folder = process.env.MAIL_FOLDER;
    if (folder) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}/${kind}-${language}.html`, mail.html);
    }
  });

  it('differs in each language', () => {
    for (const kind of previewKinds) {
      const subjects = previewLanguages.map(({ language }) => previewMail(session, kind, language).subject);
      expect(new Set(subjects).size, kind).toBe(previewLanguages.length);
    }
  });

  it('falls back to the receipt in English', () => {
    expect(previewMail(session, 'constructor', 'xx')).toMatchObject({ kind: 'receipt', language: 'en' });
  });
});
