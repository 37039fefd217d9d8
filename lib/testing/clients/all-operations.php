<?php
/**
 * Calls every operation of a WSDL with PHP's ext-soap and prints each with its result code.
 *
 *     php all-operations.php http://localhost:7070 /extclientproxy/service/v2
 */
declare(strict_types=1);

[, $base, $path] = $argv;
$seqr = new SoapClient("$base$path?wsdl", ['cache_wsdl' => WSDL_CACHE_NONE]);

function signedBy(string $type, string $id, string $password, ?string $userId = null): array
{
    $principal = array_filter(['id' => $id, 'type' => $type, 'userId' => $userId]);
    return ['clientRequestTimeout' => 0, 'initiatorPrincipalId' => $principal, 'password' => $password];
}

function call(string $operation, array $fields = []): object
{
    global $seqr;
    $answer = $seqr->$operation($fields)->return;
    echo "$operation $answer->resultCode\n";
    return $answer;
}

function sek(string $value): array
{
    return ['currency' => 'SEK', 'value' => $value];
}

function invoice(string $total, string $paymentMode = 'IMMEDIATE_DEBIT'): array
{
    return [
        'paymentMode' => $paymentMode,
        'acknowledgmentMode' => 'NO_ACKNOWLEDGMENT',
        'issueDate' => date(DATE_ATOM),
        'title' => 'Order 17',
        'clientInvoiceId' => '17',
        'invoiceRows' => ['invoiceRow' => [
            ['itemDescription' => 'Kaffe & bulle', 'itemQuantity' => '1', 'itemTotalAmount' => sek($total)],
        ]],
        'totalAmount' => sek($total),
        'cashierId' => 'webshop',
        'footer' => 'Tack!',
    ];
}

function parameters(string $key, string $value): array
{
    return ['parameter' => ['entry' => [['key' => $key, 'value' => $value]]]];
}

function pay(string $reference): void
{
    global $base;
    $http = ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => '{"pin":"1234"}'];
    file_get_contents("$base/sandbox/api/invoices/$reference/pay", false, stream_context_create(['http' => $http]));
}

function status(array $context, string $reference, string $expected): object
{
    $answer = call('getPaymentStatus', [
        'context' => $context,
        'invoiceReference' => $reference,
        'invoiceVersion' => 0,
    ]);
    if ($answer->status !== $expected) {
        throw new UnexpectedValueException("$answer->status instead of $expected");
    }
    return $answer;
}

$terminal = signedBy('TERMINALID', 'public_test_shop_terminal', '12345678');
$reseller = signedBy('RESELLERUSER', 'public_test_shop', '1234', '9900');

call('benchmarkingNop');
$tillId = call('registerTerminal', [
    'context' => $reseller, 'externalTerminalId' => 'till', 'password' => 'secret', 'name' => 'Till',
])->terminalId;
$till = signedBy('TERMINALID', $tillId, 'secret');
call('assignSeqrId', ['context' => $till, 'seqrId' => 'TILL1']);

$sent = call('sendInvoice', ['context' => $terminal, 'invoice' => invoice('95.50')]);
$reference = $sent->invoiceReference;
call('updateInvoice', ['context' => $terminal, 'invoiceReference' => $reference, 'invoice' => invoice('90.00')]);
pay($reference);
$paid = status($terminal, $reference, 'PAID');
if ($paid->receipt->invoice->totalAmount->value !== '90.00') {
    throw new UnexpectedValueException('another amount was paid');
}
$document = ['mimeType' => 'text/html', 'receiptData' => '<h1>Tack!</h1>', 'receiptType' => 'PAYMENT_RECEIPT'];
$payment = ['context' => $terminal, 'ersReference' => $paid->ersReference];
call('submitPaymentReceipt', $payment + ['receiptDocument' => $document]);
call('refundPayment', $payment + ['invoice' => invoice('20.00')]);

$reserved = call('sendInvoice', ['context' => $terminal, 'invoice' => invoice('50', 'RESERVATION_REQUIRED')]);
pay($reserved->invoiceReference);
status($terminal, $reserved->invoiceReference, 'RESERVED');
call('commitReservation', [
    'context' => $terminal, 'amount' => sek('40'), 'invoiceReference' => $reserved->invoiceReference,
]);
$canceled = call('sendInvoice', ['context' => $terminal, 'invoice' => invoice('10')])->invoiceReference;
call('cancelInvoice', ['context' => $terminal, 'invoiceReference' => $canceled]);

$period = call('markTransactionPeriod', [
    'context' => $terminal, 'parameters' => parameters('TERMINALID', 'public_test_shop_terminal'),
])->transactionPeriodId;
$wanted = ['context' => $terminal, 'reportId' => 'Reconciliation/STD_RECON_007.xml', 'language' => 'en'];
do {
    usleep(200_000);
    $answer = $seqr->executeReport($wanted + ['parameters' => parameters('transactionPeriodId', $period)])->return;
} while ($answer->resultCode === 2);
echo "executeReport $answer->resultCode\n";
if (!str_contains($answer->report->contentString, $paid->ersReference)) {
    throw new UnexpectedValueException('the report lacks the payment');
}
call('unregisterTerminal', ['context' => $till]);

$person = ['id' => '46700000000', 'type' => 'MSISDN'];
$account = ['accountId' => '1', 'accountTypeId' => 'BANK'];
$parties = ['senderPrincipalId' => $person, 'senderAccountSpecifier' => $account];
call('confirmCustomerRegistration', [
    'context' => $terminal, 'principalId' => $person, 'secondaryPrincipalId' => $person, 'registrationReference' => '1',
]);
call('requestPrincipalInformation', ['context' => $terminal, 'principalId' => $person]);
call('changePrincipalPassword', ['context' => $terminal, 'principalId' => $person, 'newPassword' => 'secret2']);
call('requestPurchase', ['context' => $terminal] + $parties + [
    'receiverPrincipalId' => $person,
    'receiverAccountSpecifier' => $account,
    'purchaseOrder' => [['productSpecifier' => ['productId' => '1', 'productIdType' => 'SKU'], 'purchaseCount' => 2]],
]);
call('requestTopup', ['context' => $terminal] + $parties + [
    'topupPrincipalId' => $person, 'topupAccountSpecifier' => $account, 'productId' => '1', 'amount' => sek('10'),
]);
call('requestTransfer', ['context' => $terminal] + $parties + [
    'receiverPrincipalId' => $person, 'receiverAccountSpecifier' => $account, 'productId' => '1', 'amount' => sek('10'),
]);
