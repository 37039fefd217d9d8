/**
 * Never shown: every layout below has a 404 page of its own, and app/global-not-found.tsx answers for the rest. Without this
 * file, the data of each page would contain Next's own 404 page.
 */
export default function NotFound() {
  return null;
}
