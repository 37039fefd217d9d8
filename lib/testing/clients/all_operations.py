"""Calls every operation of a WSDL with zeep and prints each with its result code.

    python3 all_operations.py http://localhost:7070 /extclientproxy/service/v2
"""
import sys
import time
import urllib.request
from datetime import datetime, timezone
from decimal import Decimal

from zeep import Client

base, path = sys.argv[1:]
seqr = Client(base + path + "?wsdl").service


def signed_by(kind, principal, password, **more):
    principal_id = {"id": principal, "type": kind, **more}
    return {"clientRequestTimeout": 0, "initiatorPrincipalId": principal_id, "password": password}


def call(operation, **fields):
    answer = seqr[operation](**fields)
    print(operation, answer.resultCode)
    return answer


def sek(value):
    return {"currency": "SEK", "value": Decimal(value)}


def invoice(total, mode="IMMEDIATE_DEBIT"):
    row = {"itemDescription": "Kaffe & bulle", "itemQuantity": 1, "itemTotalAmount": sek(total)}
    return {
        "paymentMode": mode,
        "acknowledgmentMode": "NO_ACKNOWLEDGMENT",
        "issueDate": datetime.now(timezone.utc),
        "title": "Order 17",
        "clientInvoiceId": "17",
        "invoiceRows": {"invoiceRow": [row]},
        "totalAmount": sek(total),
        "cashierId": "webshop",
        "footer": "Tack!",
    }


def parameters(key, value):
    return {"parameter": {"entry": [{"key": key, "value": value}]}}


def pay(reference):
    address = f"{base}/sandbox/api/invoices/{reference}/pay"
    urllib.request.urlopen(urllib.request.Request(address, b'{"pin":"1234"}', {"Content-Type": "application/json"}))


def status(reference, expected):
    answer = call("getPaymentStatus", context=terminal, invoiceReference=reference, invoiceVersion=0)
    assert answer.status == expected, answer.status
    return answer


terminal = signed_by("TERMINALID", "public_test_shop_terminal", "12345678")
reseller = signed_by("RESELLERUSER", "public_test_shop", "1234", userId="9900")

call("benchmarkingNop")
registered = call("registerTerminal", context=reseller, externalTerminalId="till", password="secret", name="Till")
till = signed_by("TERMINALID", registered.terminalId, "secret")
call("assignSeqrId", context=till, seqrId="TILL1")

reference = call("sendInvoice", context=terminal, invoice=invoice("95.50")).invoiceReference
call("updateInvoice", context=terminal, invoiceReference=reference, invoice=invoice("90.00"))
pay(reference)
paid = status(reference, "PAID")
assert paid.receipt.invoice.totalAmount.value == Decimal("90.00")
document = {"mimeType": "text/html", "receiptData": b"<h1>Tack!</h1>", "receiptType": "PAYMENT_RECEIPT"}
call("submitPaymentReceipt", context=terminal, ersReference=paid.ersReference, receiptDocument=document)
call("refundPayment", context=terminal, ersReference=paid.ersReference, invoice=invoice("20.00"))

reserved = call("sendInvoice", context=terminal, invoice=invoice("50", "RESERVATION_REQUIRED")).invoiceReference
pay(reserved)
status(reserved, "RESERVED")
call("commitReservation", context=terminal, amount=sek("40"), invoiceReference=reserved)
canceled = call("sendInvoice", context=terminal, invoice=invoice("10")).invoiceReference
call("cancelInvoice", context=terminal, invoiceReference=canceled)

named = parameters("TERMINALID", "public_test_shop_terminal")
period = call("markTransactionPeriod", context=terminal, parameters=named).transactionPeriodId
while True:
    time.sleep(0.2)
    answer = seqr.executeReport(
        context=terminal,
        reportId="Reconciliation/STD_RECON_007.xml",
        language="en",
        parameters=parameters("transactionPeriodId", period),
    )
    if answer.resultCode != 2:
        break
print("executeReport", answer.resultCode)
assert paid.ersReference in answer.report.contentString
call("unregisterTerminal", context=till)

person = {"id": "46700000000", "type": "MSISDN"}
account = {"accountId": "1", "accountTypeId": "BANK"}
sender = {"context": terminal, "senderPrincipalId": person, "senderAccountSpecifier": account}
receiver = {"receiverPrincipalId": person, "receiverAccountSpecifier": account}
product = {"productId": "1", "productIdType": "SKU"}
call(
    "confirmCustomerRegistration",
    context=terminal,
    principalId=person,
    secondaryPrincipalId=person,
    registrationReference="1",
)
call("requestPrincipalInformation", context=terminal, principalId=person)
call("changePrincipalPassword", context=terminal, principalId=person, newPassword="secret2")
call("requestPurchase", **sender, **receiver, purchaseOrder=[{"productSpecifier": product, "purchaseCount": 2}])
call(
    "requestTopup",
    **sender,
    topupPrincipalId=person,
    topupAccountSpecifier=account,
    productId="1",
    amount=sek("10"),
)
call("requestTransfer", **sender, **receiver, productId="1", amount=sek("10"))
