import type { Answer } from '../answer';
import type { TerminalCaller } from '../authenticate';
import type { Sandbox } from '../context';
import { issueInvoice } from '../invoices/issue-invoice';
import { readInvoice, readTokens } from '../invoices/read-invoice';
import { mergeTokens } from '../invoices/tokens';
import { isShared } from '../published-identities';
import { qrCodeOf } from '../references';
import { child, text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';
import { acknowledgmentDefaultAt } from '../soap/published-paths';

export async function sendInvoice(
  sandbox: Sandbox,
  caller: TerminalCaller,
  request: XmlElement,
  path: string,
): Promise<Answer> {
  const content = readInvoice(child(request, 'invoice'), { acknowledgmentDefault: acknowledgmentDefaultAt(path) });
  if ('result' in content) return content;
  const tokens = readTokens(request);
  if ('result' in tokens) return tokens;
  const context = child(request, 'context');
  const reference = await issueInvoice(sandbox, caller.terminal, {
    ...content,
    tokens: JSON.stringify(mergeTokens([], tokens)),
    clientId: text(context, 'clientId') ?? null,
    clientReference: text(context, 'clientReference') ?? null,
    senderAddress: isShared(sandbox, caller) ? caller.address : null,
  });
  return {
    result: 'SUCCESS',
    invoiceReference: reference,
    fields: [
      ['invoiceQRCode', qrCodeOf(sandbox.qrBase, reference)],
      ['invoiceReference', reference],
    ],
  };
}
