<?php
/**
 * A shop in PHP (ext-soap) that sells, is paid, refunds and closes its day.
 *
 *     php shop.php http://localhost:7070
 *
 * The sandbox's control API acts as the payer; a person with a phone can pay instead.
 */
declare(strict_types=1);

$base = $argv[1];
$seqr = new SoapClient("$base/soap/merchant/cashregister-2?wsdl", ['cache_wsdl' => WSDL_CACHE_NONE]);

$terminal = [
    'clientRequestTimeout' => '0',
    'initiatorPrincipalId' => ['id' => 'public_test_shop_terminal', 'type' => 'TERMINALID', 'userId' => '9900'],
    'password' => '12345678',
];
$reseller = [
    'clientRequestTimeout' => '0',
    'initiatorPrincipalId' => ['id' => 'public_test_shop/9900', 'type' => 'RESELLERUSER'],
    'password' => '1234',
];

function sek(string $value): array
{
    return ['currency' => 'SEK', 'value' => $value];
}

function control(string $path, array $body): array
{
    global $base;
    $http = ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => json_encode($body)];
    $answer = file_get_contents("$base/sandbox/api/$path", false, stream_context_create(['http' => $http]));
    return json_decode($answer, true, 512, JSON_THROW_ON_ERROR);
}

function call(string $operation, array $fields, int $code = 0): object
{
    global $seqr;
    $answer = $seqr->$operation($fields)->return;
    check($answer->resultCode === $code, "$operation: $answer->resultCode $answer->resultDescription");
    return $answer;
}

function check(bool $right, string $message): void
{
    if (!$right) {
        fwrite(STDERR, "$message\n");
        exit(1);
    }
}

/** SEQR requires all these fields in each invoice. Without NO_ACKNOWLEDGMENT, the payer waits for your updateInvoice. */
function invoice(string $title, string $total, array $more = []): array
{
    return [
        'paymentMode' => 'IMMEDIATE_DEBIT',
        'acknowledgmentMode' => 'NO_ACKNOWLEDGMENT',
        'issueDate' => date(DATE_ATOM),
        'title' => $title,
        'clientInvoiceId' => '17',
        'totalAmount' => sek($total),
        'cashierId' => 'Webshop',
        'footer' => 'Thank you!',
    ] + $more;
}

function send(string $total): object
{
    global $terminal;
    return call('sendInvoice', ['context' => $terminal, 'invoice' => invoice('Order 17', $total, [
        'invoiceRows' => ['invoiceRow' => [
            ['itemDescription' => 'Kaffe & bulle', 'itemQuantity' => 1, 'itemTaxRate' => 12, 'itemTotalAmount' => sek($total)],
        ]],
    ])]);
}

function status(string $reference): object
{
    global $terminal;
    $fields = ['context' => $terminal, 'invoiceReference' => $reference, 'invoiceVersion' => 0];
    return call('getPaymentStatus', $fields);
}

// Sell: show invoiceQRCode, then poll until it is paid.
$reference = send('95.50')->invoiceReference;
check(status($reference)->status === 'ISSUED', 'not open');
control("invoices/$reference/pay", ['pin' => '1234']);
$paid = status($reference);
check($paid->status === 'PAID' && $paid->receipt->paymentReference === $paid->ersReference, 'not paid');
echo "paid $paid->ersReference\n";

call('submitPaymentReceipt', ['context' => $terminal, 'ersReference' => $paid->ersReference, 'receiptDocument' => [
    'mimeType' => 'text/html',
    'receiptData' => '<h1>Tack!</h1>',
    'receiptType' => 'PAYMENT_RECEIPT',
]]);

// Cancel another invoice.
$canceled = ['context' => $terminal, 'invoiceReference' => send('10')->invoiceReference];
call('cancelInvoice', $canceled);
check(status($canceled['invoiceReference'])->status === 'CANCELED', 'not canceled');
call('cancelInvoice', $canceled, 95);

// Refund part of the payment.
$refund = invoice('Refund', '20');
$refunded = call('refundPayment', ['context' => $terminal, 'ersReference' => $paid->ersReference, 'invoice' => $refund]);
echo "refunded $refunded->ersReference\n";

// Close the day.
$period = call('markTransactionPeriod', ['context' => $reseller])->transactionPeriodId;
$wanted = [
    'context' => $reseller,
    'reportId' => 'Reconciliation/STD_RECON_003.xml',
    'parameters' => ['parameter' => ['entry' => [['key' => 'transactionPeriodId', 'value' => $period]]]],
];
while (($answer = $seqr->executeReport($wanted)->return)->resultCode === 2) {
    usleep(500_000);
}
check($answer->resultCode === 0, "executeReport: $answer->resultCode");
$report = $answer->report;
check(str_contains($report->contentString, $paid->ersReference), 'the report lacks the payment');
check(str_contains($report->contentString, '-20.00000'), 'the report lacks the refund');
check($report->content === $report->contentString, 'the report differs from its text');
echo "report $report->title\n";
