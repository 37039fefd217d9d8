// A shop in Java (JAX-WS; CXF generates the same classes with wsdl2java) that sells, is paid, refunds and closes its day.
//
//     wsimport -s . -p seqr 'http://localhost:7070/soap/merchant/cashregister-2?wsdl'
//     javac -cp /usr/share/jaxws/lib/jaxws-rt.jar Shop.java seqr/*.java
//     java -cp .:/usr/share/jaxws/lib/jaxws-rt.jar Shop http://localhost:7070
//
// (The paths are those of Debian's package jaxws; JAX-WS left the JDK with Java 11.)
// The sandbox's control API acts as the payer; a person with a phone can pay instead.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.GregorianCalendar;
import javax.xml.datatype.DatatypeFactory;
import seqr.*;

public class Shop {
  static final ClientContext TERMINAL = context("TERMINALID", "public_test_shop_terminal", null, "12345678");
  static final ClientContext RESELLER = context("RESELLERUSER", "public_test_shop", "9900", "1234");

  public static void main(String[] arguments) throws Exception {
    String base = arguments[0];
    var seqr = new ERSWSExternalClientServiceImplService(new URL(base + "/soap/merchant/cashregister-2?wsdl"))
        .getERSWSExternalClientServiceImplPort();

    // Sell: show getInvoiceQRCode(), then poll until it is paid.
    var sent = seqr.sendInvoice(TERMINAL, invoice("Order 17", "95.50"), null);
    check(sent, 0);
    String reference = sent.getInvoiceReference();
    control(base + "/sandbox/api/invoices/" + reference + "/pay", "{\"pin\":\"1234\"}");
    var paid = seqr.getPaymentStatus(TERMINAL, reference, 0);
    check(paid, 0);
    if (paid.getStatus() != InvoiceStatus.PAID) throw new IllegalStateException("not paid: " + paid.getStatus());
    System.out.println("paid " + paid.getErsReference());

    var receipt = new ReceiptDocument();
    receipt.setMimeType("text/html");
    receipt.setReceiptData("<h1>Tack!</h1>".getBytes(UTF_8));
    receipt.setReceiptType("PAYMENT_RECEIPT");
    check(seqr.submitPaymentReceipt(TERMINAL, paid.getErsReference(), receipt), 0);

    // Cancel another invoice; a paid one cannot be cancelled.
    String other = seqr.sendInvoice(TERMINAL, invoice("Order 18", "10"), null).getInvoiceReference();
    check(seqr.cancelInvoice(TERMINAL, other), 0);
    check(seqr.cancelInvoice(TERMINAL, other), 95);
    check(seqr.cancelInvoice(TERMINAL, reference), 50);

    // Refund part of the payment.
    var refunded = seqr.refundPayment(TERMINAL, paid.getErsReference(), invoice("Refund", "20"));
    check(refunded, 0);
    System.out.println("refunded " + refunded.getErsReference());

    // Close the day.
    var period = seqr.markTransactionPeriod(RESELLER, null);
    check(period, 0);
    var entry = new Parameter();
    entry.setKey("transactionPeriodId");
    entry.setValue(period.getTransactionPeriodId());
    var entries = new MapArray();
    entries.getEntry().add(entry);
    var parameters = new ParameterMap();
    parameters.setParameter(entries);
    var answer = seqr.executeReport(RESELLER, "Reconciliation/STD_RECON_003.xml", null, parameters);
    while (answer.getResultCode() == 2) {
      Thread.sleep(500);
      answer = seqr.executeReport(RESELLER, "Reconciliation/STD_RECON_003.xml", null, parameters);
    }
    check(answer, 0);
    String rows = answer.getReport().getContentString();
    if (!rows.contains(paid.getErsReference()) || !rows.contains("-20.00000")) throw new IllegalStateException(rows);
    System.out.println("report " + answer.getReport().getTitle());
  }

  static ClientContext context(String type, String id, String userId, String password) {
    var principal = new PrincipalId();
    principal.setType(type);
    principal.setId(id);
    principal.setUserId(userId);
    var context = new ClientContext();
    context.setInitiatorPrincipalId(principal);
    context.setPassword(password);
    return context;
  }

  /** SEQR requires all these fields in each invoice. Without NO_ACKNOWLEDGMENT, the payer waits for your updateInvoice. */
  static Invoice invoice(String title, String total) {
    var row = new PaymentInvoiceRow();
    row.setItemDescription("Kaffe & bulle");
    row.setItemQuantity(BigDecimal.ONE);
    row.setItemTotalAmount(sek(total));
    var invoice = new Invoice();
    invoice.setPaymentMode(PaymentMode.IMMEDIATE_DEBIT);
    invoice.setAcknowledgmentMode(AcknowledgmentMode.NO_ACKNOWLEDGMENT);
    invoice.setIssueDate(DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(new GregorianCalendar()));
    invoice.setTitle(title);
    invoice.setClientInvoiceId("17");
    invoice.setInvoiceRows(new Invoice.InvoiceRows());
    invoice.getInvoiceRows().getInvoiceRow().add(row);
    invoice.setTotalAmount(sek(total));
    invoice.setCashierId("Webshop");
    invoice.setFooter("Thank you!");
    return invoice;
  }

  static Amount sek(String value) {
    var amount = new Amount();
    amount.setCurrency("SEK");
    amount.setValue(new BigDecimal(value));
    return amount;
  }

  static void check(ErswsResponse answer, int code) {
    if (answer.getResultCode() == code) return;
    throw new IllegalStateException(answer.getResultCode() + " " + answer.getResultDescription());
  }

  static void control(String address, String json) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
  }
}
