// Calls every operation with the JAX-WS classes that wsimport generated from a WSDL, and prints each with its result code.
//
//     java AllOperations http://localhost:7070 /extclientproxy/service/v2 \
//       http://external.interfaces.ers.seamless.com/ ERSWSExternalClientServiceService ERSWSExternalClientServicePort

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.GregorianCalendar;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.namespace.QName;
import javax.xml.ws.Service;
import seqr.*;

public class AllOperations {
  static final ClientContext TERMINAL = signedBy("TERMINALID", "public_test_shop_terminal", "12345678", null);
  static final ClientContext RESELLER = signedBy("RESELLERUSER", "public_test_shop", "1234", "9900");
  static String base;
  static ERSWSExternalClientService seqr;

  public static void main(String[] arguments) throws Exception {
    base = arguments[0];
    String path = arguments[1], namespace = arguments[2], service = arguments[3], port = arguments[4];
    // A compiled client looks up its service and port by name; the generated class has the service's name.
    var generated = Class.forName("seqr." + service).getConstructor(URL.class);
    var client = (Service) generated.newInstance(new URL(base + path + "?wsdl"));
    if (!client.getServiceName().equals(new QName(namespace, service))) {
      throw new IllegalStateException(client.getServiceName().toString());
    }
    seqr = client.getPort(new QName(namespace, port), ERSWSExternalClientService.class);

    print("benchmarkingNop", seqr.benchmarkingNop());
    var registered = print("registerTerminal", seqr.registerTerminal(RESELLER, "till", "secret", "Till"));
    var till = signedBy("TERMINALID", registered.getTerminalId(), "secret", null);
    print("assignSeqrId", seqr.assignSeqrId(till, "TILL1"));

    String reference = send("95.50", PaymentMode.IMMEDIATE_DEBIT);
    print("updateInvoice", seqr.updateInvoice(TERMINAL, reference, invoice("90.00", PaymentMode.IMMEDIATE_DEBIT), null));
    pay(reference);
    var paid = status(reference, InvoiceStatus.PAID);
    var total = paid.getReceipt().getInvoice().getTotalAmount();
    if (!total.getValue().equals(new BigDecimal("90.00"))) throw new IllegalStateException("another amount was paid");
    var receipt = new ReceiptDocument();
    receipt.setMimeType("text/html");
    receipt.setReceiptData("<h1>Tack!</h1>".getBytes(UTF_8));
    receipt.setReceiptType("PAYMENT_RECEIPT");
    print("submitPaymentReceipt", seqr.submitPaymentReceipt(TERMINAL, paid.getErsReference(), receipt));
    var refund = invoice("20.00", PaymentMode.IMMEDIATE_DEBIT);
    print("refundPayment", seqr.refundPayment(TERMINAL, paid.getErsReference(), refund));

    String reserved = send("50", PaymentMode.RESERVATION_REQUIRED);
    pay(reserved);
    status(reserved, InvoiceStatus.RESERVED);
    print("commitReservation", seqr.commitReservation(TERMINAL, sek("40"), reserved));
    print("cancelInvoice", seqr.cancelInvoice(TERMINAL, send("10", PaymentMode.IMMEDIATE_DEBIT)));

    var named = parameters("TERMINALID", "public_test_shop_terminal");
    var period = print("markTransactionPeriod", seqr.markTransactionPeriod(TERMINAL, named));
    var wanted = parameters("transactionPeriodId", period.getTransactionPeriodId());
    ErswsExecuteReportResponse report;
    do {
      Thread.sleep(200);
      report = seqr.executeReport(TERMINAL, "Reconciliation/STD_RECON_007.xml", "en", wanted);
    } while (report.getResultCode() == 2);
    print("executeReport", report);
    String rows = report.getReport().getContentString();
    if (!rows.contains(paid.getErsReference())) throw new IllegalStateException(rows);
    print("unregisterTerminal", seqr.unregisterTerminal(till));

    var person = new PrincipalId();
    person.setType("MSISDN");
    person.setId("46700000000");
    var account = new PrincipalAccountSpecifier();
    account.setAccountId("1");
    account.setAccountTypeId("BANK");
    var product = new PrincipalPurchaseProductSpecifier();
    product.setProductId("1");
    product.setProductIdType("SKU");
    var order = new PurchaseOrderRow();
    order.setProductSpecifier(product);
    order.setPurchaseCount(2);
    print("confirmCustomerRegistration", seqr.confirmCustomerRegistration(TERMINAL, person, person, "1"));
    print("requestPrincipalInformation", seqr.requestPrincipalInformation(TERMINAL, person));
    print("changePrincipalPassword", seqr.changePrincipalPassword(TERMINAL, person, "secret2"));
    print("requestPurchase", seqr.requestPurchase(TERMINAL, person, person, account, account, List.of(order)));
    print("requestTopup", seqr.requestTopup(TERMINAL, person, person, account, account, "1", sek("10")));
    print("requestTransfer", seqr.requestTransfer(TERMINAL, person, person, account, account, "1", sek("10")));
  }

  static <T extends ErswsResponse> T print(String operation, T answer) {
    System.out.println(operation + " " + answer.getResultCode());
    return answer;
  }

  static String send(String total, PaymentMode mode) throws Exception {
    return print("sendInvoice", seqr.sendInvoice(TERMINAL, invoice(total, mode), null)).getInvoiceReference();
  }

  static ErswsPaymentStatusResponse status(String reference, InvoiceStatus expected) {
    var answer = print("getPaymentStatus", seqr.getPaymentStatus(TERMINAL, reference, 0));
    if (answer.getStatus() != expected) throw new IllegalStateException("status " + answer.getStatus());
    return answer;
  }

  static ClientContext signedBy(String type, String id, String password, String userId) {
    var principal = new PrincipalId();
    principal.setType(type);
    principal.setId(id);
    principal.setUserId(userId);
    var context = new ClientContext();
    context.setInitiatorPrincipalId(principal);
    context.setPassword(password);
    return context;
  }

  static Invoice invoice(String total, PaymentMode mode) throws Exception {
    var row = new PaymentInvoiceRow();
    row.setItemDescription("Kaffe & bulle");
    row.setItemQuantity(BigDecimal.ONE);
    row.setItemTotalAmount(sek(total));
    var invoice = new Invoice();
    invoice.setPaymentMode(mode);
    invoice.setAcknowledgmentMode(AcknowledgmentMode.NO_ACKNOWLEDGMENT);
    invoice.setIssueDate(DatatypeFactory.newInstance().newXMLGregorianCalendar(new GregorianCalendar()));
    invoice.setTitle("Order 17");
    invoice.setClientInvoiceId("17");
    invoice.setInvoiceRows(new Invoice.InvoiceRows());
    invoice.getInvoiceRows().getInvoiceRow().add(row);
    invoice.setTotalAmount(sek(total));
    invoice.setCashierId("webshop");
    invoice.setFooter("Tack!");
    return invoice;
  }

  static Amount sek(String value) {
    var amount = new Amount();
    amount.setCurrency("SEK");
    amount.setValue(new BigDecimal(value));
    return amount;
  }

  static ParameterMap parameters(String key, String value) {
    var entry = new Parameter();
    entry.setKey(key);
    entry.setValue(value);
    var entries = new MapArray();
    entries.getEntry().add(entry);
    var parameters = new ParameterMap();
    parameters.setParameter(entries);
    return parameters;
  }

  static void pay(String reference) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(base + "/sandbox/api/invoices/" + reference + "/pay"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"pin\":\"1234\"}"))
        .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
  }
}
