// A shop in Java (JAX-WS; CXF generates the same classes with wsdl2java) that sells, is paid and refunds.
//
//     wsimport -s . -p seqr 'http://localhost:7070/soap/merchant/cashregister-2?wsdl'
//     javac Shop.java seqr/*.java
//     java Shop http://localhost:7070
//
// The payer is played by the sandbox's control API; a person with a phone does as well.

import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import seqr.*;

public class Shop {
  static final ClientContext CONTEXT = new ClientContext();

  public static void main(String[] arguments) throws Exception {
    String base = arguments[0];
    var terminal = new PrincipalId();
    terminal.setType("TERMINALID");
    terminal.setId("public_test_shop_terminal");
    CONTEXT.setInitiatorPrincipalId(terminal);
    CONTEXT.setPassword("12345678");
    var seqr = new ERSWSExternalClientServiceService(new URL(base + "/soap/merchant/cashregister-2?wsdl"))
        .getERSWSExternalClientServicePort();

    // Sell: show getInvoiceQRCode(), then ask until it is paid.
    var sent = seqr.sendInvoice(CONTEXT, invoice("Order 17", "95.50"), null);
    check(sent, 0);
    String reference = sent.getInvoiceReference();
    control(base + "/sandbox/api/invoices/" + reference + "/pay", "{\"pin\":\"1234\"}");
    var paid = seqr.getPaymentStatus(CONTEXT, reference, 0);
    check(paid, 0);
    if (paid.getStatus() != InvoiceStatus.PAID) throw new IllegalStateException("not paid: " + paid.getStatus());
    System.out.println("paid " + paid.getErsReference());

    // An invoice that is paid cannot be canceled.
    check(seqr.cancelInvoice(CONTEXT, reference), 50);

    // Refund a part.
    var refunded = seqr.refundPayment(CONTEXT, paid.getErsReference(), invoice("Refund", "20"));
    check(refunded, 0);
    System.out.println("refunded " + refunded.getErsReference());
  }

  static Invoice invoice(String title, String total) {
    var row = new PaymentInvoiceRow();
    row.setItemDescription("Kaffe & bulle");
    row.setItemQuantity(BigDecimal.ONE);
    row.setItemTotalAmount(sek(total));
    var invoice = new Invoice();
    invoice.setTitle(title);
    invoice.setInvoiceRows(new Invoice.InvoiceRows());
    invoice.getInvoiceRows().getInvoiceRow().add(row);
    invoice.setTotalAmount(sek(total));
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
    // Plain HTTP/1.1: Java's client would rather upgrade the connection to HTTP/2, which the sandbox's server drops.
    var request = HttpRequest.newBuilder(URI.create(address))
        .version(Version.HTTP_1_1)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
  }
}
