'use client';

import { errorMessages } from '@/lib/i18n/messages/errors';

/** Stands in for the layout itself when that fails, so it has a document and styles of its own, in both languages. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body style={{ margin: '20vh auto', maxWidth: '34rem', padding: '0 1.25rem', font: '1.1rem/1.5 system-ui' }}>
        {(['en', 'sv'] as const).map((language) => (
          <section key={language} lang={language}>
            <h1>{errorMessages[language].title}</h1>
            <p>{errorMessages[language].text}</p>
          </section>
        ))}
        <a href="/">Tallbacka</a>
      </body>
    </html>
  );
}
