/** A text with `code` between backticks. */
export function RichText({ text }: { text: string }) {
  return text.split('`').map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? (
      <code key={key} className="rounded bg-sunken px-1 break-words">
        {part}
      </code>
    ) : (
      <span key={key}>{part}</span>
    );
  });
}
