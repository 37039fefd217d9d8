import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import { qrCodeOf } from '../core/references';
import { issueInvoice } from '../invoices/issue-invoice';
import { readInvoice, readTokens } from '../invoices/read-invoice';
import { mergeTokens } from '../invoices/tokens';
import type { Answer } from '../wire/answer';
import { child, text } from '../wire/fields';
import type { TerminalCaller } from './authenticate';
import { isShared } from './published-identities';
import { acknowledgmentDefaultAt } from './published-paths';

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
