"""A shop in Python (zeep) that sells, is paid, refunds and closes its day.

    python3 shop.py http://localhost:7070

The sandbox's control API acts as the payer; a person with a phone can pay instead.
"""
import json
import sys
import time
import urllib.request
from datetime import datetime, timezone
from decimal import Decimal

from zeep import Client

base = sys.argv[1]
seqr = Client(base + "/soap/merchant/cashregister-2?wsdl").service


def context(principal, password):
    return {"clientRequestTimeout": 0, "initiatorPrincipalId": principal, "password": password}


terminal = context({"id": "public_test_shop_terminal", "type": "TERMINALID"}, "12345678")
reseller = context({"id": "public_test_shop", "type": "RESELLERUSER", "userId": "9900"}, "1234")


def sek(value):
    return {"currency": "SEK", "value": Decimal(value)}


def control(path, body):
    data = json.dumps(body).encode()
    request = urllib.request.Request(base + "/sandbox/api/" + path, data, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))


def expect(answer, code=0):
    assert answer.resultCode == code, f"{answer.resultCode} {answer.resultDescription}"
    return answer


def invoice(title, total, **more):
    # SEQR requires all these fields in each invoice. Without NO_ACKNOWLEDGMENT, the payer waits for your updateInvoice.
    return {
        "paymentMode": "IMMEDIATE_DEBIT",
        "acknowledgmentMode": "NO_ACKNOWLEDGMENT",
        "issueDate": datetime.now(timezone.utc),
        "title": title,
        "clientInvoiceId": "17",
        "totalAmount": sek(total),
        "cashierId": "Webshop",
        "footer": "Thank you!",
        **more,
    }


def send(total):
    row = {"itemDescription": "Kaffe & bulle", "itemQuantity": 1, "itemTaxRate": 12, "itemTotalAmount": sek(total)}
    order = invoice("Order 17", total, invoiceRows={"invoiceRow": [row]})
    return expect(seqr.sendInvoice(context=terminal, invoice=order))


def status(reference):
    return expect(seqr.getPaymentStatus(context=terminal, invoiceReference=reference, invoiceVersion=0))


# Sell: show invoiceQRCode, then poll until it is paid.
sent = send("95.50")
assert status(sent.invoiceReference).status == "ISSUED"
control(f"invoices/{sent.invoiceReference}/pay", {"pin": "1234"})
paid = status(sent.invoiceReference)
assert paid.status == "PAID" and paid.receipt.invoice.totalAmount.value == Decimal("95.50")
print("paid", paid.ersReference)

receipt = {"mimeType": "text/html", "receiptData": "<h1>Tack!</h1>".encode(), "receiptType": "PAYMENT_RECEIPT"}
expect(seqr.submitPaymentReceipt(context=terminal, ersReference=paid.ersReference, receiptDocument=receipt))

# Cancel another invoice.
canceled = send("10")
expect(seqr.cancelInvoice(context=terminal, invoiceReference=canceled.invoiceReference))
assert status(canceled.invoiceReference).status == "CANCELED"
expect(seqr.cancelInvoice(context=terminal, invoiceReference=canceled.invoiceReference), 95)

# Refund part of the payment.
refund = invoice("Refund", "20")
refunded = expect(seqr.refundPayment(context=terminal, ersReference=paid.ersReference, invoice=refund))
print("refunded", refunded.ersReference)

# Close the day.
period = expect(seqr.markTransactionPeriod(context=reseller)).transactionPeriodId
parameters = {"parameter": {"entry": [{"key": "transactionPeriodId", "value": period}]}}
while True:
    answer = seqr.executeReport(
        context=reseller, reportId="Reconciliation/STD_RECON_003.xml", parameters=parameters
    )
    if answer.resultCode != 2:
        break
    time.sleep(0.5)
expect(answer)
assert paid.ersReference in answer.report.contentString and "-20.00000" in answer.report.contentString
assert answer.report.content.decode() == answer.report.contentString
print("report", answer.report.title)
