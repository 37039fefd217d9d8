// A shop in C# (.NET Framework or Mono, with the classes that wsdl makes) that sells, is paid, refunds and closes its day.
//
//     wsdl -out:Seqr.cs -namespace:Seqr 'http://localhost:7070/soap/merchant/cashregister-2?wsdl'
//     mcs -r:System.Web.Services Shop.cs Seqr.cs
//     mono Shop.exe http://localhost:7070
//
// The sandbox's control API acts as the payer; a person with a phone can pay instead.

using System;
using System.Net;
using System.Text;
using System.Threading;
using Seqr;

static class Shop {
  static readonly clientContext terminal = Context("TERMINALID", "public_test_shop_terminal", null, "12345678");
  static readonly clientContext reseller = Context("RESELLERUSER", "public_test_shop", "9900", "1234");

  static void Main(string[] arguments) {
    var address = arguments[0];
    var seqr = new ERSWSExternalClientServiceImplService { Url = address + "/soap/merchant/cashregister-2" };

    // Sell: show invoiceQRCode, then poll until it is paid.
    var sent = seqr.sendInvoice(terminal, Invoice("Order 17", 95.50m), null);
    Expect(sent);
    Pay(address, sent.invoiceReference);
    var paid = seqr.getPaymentStatus(terminal, sent.invoiceReference, 0);
    Expect(paid);
    if (paid.status != invoiceStatus.PAID) throw new Exception("not paid: " + paid.status);
    if (paid.receipt.invoice.totalAmount.value != 95.50m) throw new Exception("another amount was paid");
    Console.WriteLine("paid " + paid.ersReference);

    var receipt = new receiptDocument {
      mimeType = "text/html", receiptData = Encoding.UTF8.GetBytes("<h1>Tack!</h1>"), receiptType = "PAYMENT_RECEIPT"
    };
    Expect(seqr.submitPaymentReceipt(terminal, paid.ersReference, receipt));

    // Cancel another invoice.
    var canceled = seqr.sendInvoice(terminal, Invoice("Order 18", 10m), null).invoiceReference;
    Expect(seqr.cancelInvoice(terminal, canceled));
    Expect(seqr.cancelInvoice(terminal, canceled), 95);

    // Refund part of the payment.
    var refunded = seqr.refundPayment(terminal, paid.ersReference, Invoice("Refund", 20m));
    Expect(refunded);
    Console.WriteLine("refunded " + refunded.ersReference);

    // Close the day.
    var period = seqr.markTransactionPeriod(reseller, null);
    Expect(period);
    var entry = new parameter { key = "transactionPeriodId", value = period.transactionPeriodId };
    var parameters = new parameterMap { parameter = new[] { entry } };
    var answer = seqr.executeReport(reseller, "Reconciliation/STD_RECON_003.xml", null, parameters);
    while (answer.resultCode == 2) {
      Thread.Sleep(500);
      answer = seqr.executeReport(reseller, "Reconciliation/STD_RECON_003.xml", null, parameters);
    }
    Expect(answer);
    var rows = answer.report.contentString;
    if (!rows.Contains(paid.ersReference) || !rows.Contains("-20.00000")) throw new Exception(rows);
    Console.WriteLine("report " + answer.report.title);
  }

  static clientContext Context(string type, string id, string userId, string password) {
    return new clientContext {
      initiatorPrincipalId = new principalId { type = type, id = id, userId = userId }, password = password
    };
  }

  /// <summary>SEQR requires all these fields in each invoice. Without NO_ACKNOWLEDGMENT, the payer waits for your
  /// updateInvoice.</summary>
  static invoice Invoice(string title, decimal total) {
    var row = new paymentInvoiceRow {
      itemDescription = "Kaffe & bulle", itemQuantity = 1, itemQuantitySpecified = true, itemTotalAmount = Sek(total)
    };
    return new invoice {
      paymentMode = paymentMode.IMMEDIATE_DEBIT, paymentModeSpecified = true,
      acknowledgmentMode = acknowledgmentMode.NO_ACKNOWLEDGMENT, acknowledgmentModeSpecified = true,
      issueDate = DateTime.UtcNow, issueDateSpecified = true,
      title = title, clientInvoiceId = "17", invoiceRows = new[] { row }, totalAmount = Sek(total),
      cashierId = "Webshop", footer = "Thank you!"
    };
  }

  static amount Sek(decimal value) {
    return new amount { currency = "SEK", value = value, valueSpecified = true };
  }

  static void Expect(erswsResponse answer, int code = 0) {
    if (answer.resultCode != code) throw new Exception(answer.resultCode + " " + answer.resultDescription);
  }

  static void Pay(string address, string invoiceReference) {
    using (var client = new WebClient()) {
      client.Headers["Content-Type"] = "application/json";
      client.UploadString(address + "/sandbox/api/invoices/" + invoiceReference + "/pay", "{\"pin\":\"1234\"}");
    }
  }
}
