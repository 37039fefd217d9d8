import { expect, test } from 'vitest';
import { maskPasswords } from './mask-passwords';

test.each([
  ['plain', '<password>s3cret</password>', '<password>***</password>'],
  ['new', '<newPassword>s3cret</newPassword>', '<newPassword>***</newPassword>'],
  ['prefix', '<ns-1.a:password>s3cret</ns-1.a:password >', '<ns-1.a:password>***</ns-1.a:password>'],
  ['any case', '<PassWord>s3cret</PassWord>', '<PassWord>***</PassWord>'],
  ['attributes', `<password a='>s3cret' b="</password>">s3cret</password>`, '<password>***</password>'],
  ['over lines', '<password\n>\ns3cret\n</password\n>', '<password>***</password>'],
  ['CDATA', '<password><![CDATA[s3</password>cret]]></password>', '<password>***</password>'],
  ['comment', '<password><!-- </password> -->s3cret</password>', '<password>***</password>'],
  ['instruction', '<password><?x </password> ?>s3cret</password>', '<password>***</password>'],
  ['entities', '<password>s3&amp;cret&#x21;</password>', '<password>***</password>'],
  ['nested', '<password><password>s3cret</password>s3cret</password>', '<password>***</password>'],
  ['inner markup', '<password><b>s3cret</b></password>', '<password>***</password>'],
  ['empty', '<password/><x:password s3cret="" />', '<password/><x:password/>'],
  ['not closed', '<password>s3cret<next>s3cret', '<password>***</password>'],
  ['cut off in its tag', '<password s3cret="', '<password>***</password>'],
  ['cut off in CDATA', '<password><![CDATA[s3cret</password>', '<password>***</password>'],
  [
    'escaped',
    '<faultstring>&lt;password x="1"&gt;s3cret&lt;/password&gt;</faultstring>',
    '<faultstring>&lt;password x="1"&gt;***&lt;/password&gt;</faultstring>',
  ],
  ['escaped, cut off', 'at &lt;n:newPassword&gt;s3cret', 'at &lt;n:newPassword&gt;***'],
])('masks %s', (_, message, masked) => {
  expect(maskPasswords(message)).toBe(masked);
});

test('changes only the passwords if a message has several', () => {
  const message = (secret: string) => `<?xml version="1.0"?>
<e:Envelope><context><id>me</id><password>${secret}</password></context>
  <passwordHint>pet</passwordHint><password>${secret}</password><name>å &amp; ]]&gt;</name></e:Envelope>`;
  expect(maskPasswords(message('s3cret'))).toBe(message('***'));
});

test('does not overflow the stack at a tag of several megabytes', () => {
  expect(maskPasswords(`<password ${' '.repeat(20_000_000)}>s3cret</password>`)).toBe('<password>***</password>');
});
