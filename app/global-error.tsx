'use client';

// Every page carries this file to the browser, so it says little and brings nothing with it.

/** Stands in for the layout itself when that fails. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body style={{ margin: '20vh auto', maxWidth: '34rem', padding: '1rem', font: '1.1rem system-ui' }}>
        <h1>Something broke on our side</h1>
        <p lang="sv">Något gick sönder hos oss.</p>
        <a href="/orders">Your orders / Dina ordrar</a>
      </body>
    </html>
  );
}
