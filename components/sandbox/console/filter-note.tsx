/** Shows which filters in the address limit the list, with a link that removes them. */
export function FilterNote({ filters, path }: { filters: Record<string, string | undefined>; path: string }) {
  const active = Object.entries(filters).filter(([, value]) => value);
  if (active.length === 0) return null;
  return (
    <p className="mb-4 break-words text-soft text-sm">
      <span>{`Only ${active.map(([name, value]) => `${name} ${value}`).join(', ')}. `}</span>
      <a href={path} className="text-act underline-offset-4 hover:underline">
        Show all
      </a>
    </p>
  );
}
