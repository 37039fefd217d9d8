/**
 * The icons of browser tabs and home screens, for the head of a layout. In a page's metadata, each click would replace
 * them, and the browser would fetch them again.
 */
export function SiteIcons() {
  return (
    <>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
    </>
  );
}
