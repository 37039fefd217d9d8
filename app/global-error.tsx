'use client';

// Every page loads this file, so it is short and imports nothing.

/** Replaces the root layout if it fails. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body style={{ margin: '20vh auto', maxWidth: '34rem', padding: '1rem', font: '1.1rem system-ui' }}>
        <h1>Something went wrong on our side</h1>
        <p lang="sv">Något gick fel hos oss.</p>
        <a href="/orders">Your orders / Dina ordrar</a>
      </body>
    </html>
  );
}
