import { formatXml, toText } from '@/lib/xml/format-xml';
import { ScrollArea } from './scroll-area';

/** A formatted XML message under its label. */
export function XmlArea({ label, xml }: { label: string; xml: string }) {
  return (
    <div className="mb-3">
      <p className="text-sm text-muted">{label}</p>
      <ScrollArea label={label} className="max-h-96 rounded-field bg-sunken">
        <pre className="p-3 font-mono text-xs leading-relaxed">{toText(formatXml(xml))}</pre>
      </ScrollArea>
    </div>
  );
}
