import { formatXml } from '@/lib/xml/format-xml';
import { ScrollArea } from '../../ui/scroll-area';

export function XmlBlock({ label, xml }: { label: string; xml: string }) {
  return (
    <ScrollArea label={label} className="max-h-[36rem] bg-paper">
      <pre className="px-5 py-4 font-mono text-[0.8rem] leading-relaxed">
        {formatXml(xml).map(({ indent, pieces }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text that never changes
          <span key={index} className="block" style={{ paddingLeft: `${indent * 1.25}rem` }}>
            {pieces.map(({ kind, text }, place) =>
              kind === 'tag' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <span key={place} className="text-act">
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </span>
        ))}
      </pre>
    </ScrollArea>
  );
}
