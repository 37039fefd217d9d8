'use client';

import { errorMessages } from '@/lib/i18n/messages/errors';
import './globals.css';

/** Stands in for the layout itself when that fails, so it has a document of its own, in both languages. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>{errorMessages.en.title}</title>
        <main className="container-page max-w-xl space-y-10 py-20">
          {(['en', 'sv'] as const).map((language) => (
            <section key={language} lang={language}>
              <h1 className="text-heading">{errorMessages[language].title}</h1>
              <p className="mt-2 text-muted">{errorMessages[language].text}</p>
              <a href={language === 'en' ? '/' : '/sv'} className="mt-3 inline-block underline underline-offset-4">
                {errorMessages[language].home}
              </a>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
