import type { PageTexts } from '../page-text';

export const pages: PageTexts = (facts) => ({
  terms: {
    title: 'Allgemeine Geschäftsbedingungen',
    intro: `Diese Bedingungen gelten, wenn Sie als Verbraucher bei ${facts.legalName} einkaufen. Ihre gesetzlichen Rechte bleiben unberührt.`,
    sections: [
      {
        title: 'Ihr Vertragspartner',
        body: [
          `${facts.legalName}, Organisationsnummer ${facts.organisationNumber}, USt-IdNr. ${facts.vatNumber}, ${facts.address}. E-Mail ${facts.email}, Telefon ${facts.phone}.`,
        ],
      },
      {
        title: 'Bestellung und Vertrag',
        body: [
          'Ihre Bestellung ist für beide Seiten bindend, sobald der Shop Ihnen die Bestellnummer angezeigt hat. Was Sie bestellt haben und was es kostet, wird in diesem Augenblick gespeichert und ändert sich nicht mit dem Sortiment.',
          'Wir reservieren die Ware für Sie, während Sie bezahlen. Wenn Sie nicht rechtzeitig bezahlen, läuft die Bestellung ab, und Sie schulden nichts.',
        ],
      },
      {
        title: 'Preise',
        body: [
          `Alle Preise sind in ${facts.currency} angegeben und enthalten die MwSt. Auf der Seite jedes Artikels steht sein Steuersatz, ${facts.vatRates}, und die Kasse zeigt die MwSt. je Satz, bevor Sie bestellen.`,
          `Der Versand kostet ${facts.standardPrice} (Standard) oder ${facts.expressPrice} (Express). Weitere Gebühren gibt es nicht.`,
          'Wenn sich ein Preis ändert, während ein Artikel in Ihrem Warenkorb liegt, zeigt die Kasse den neuen Preis und bittet Sie um Bestätigung.',
        ],
      },
      {
        title: 'Zahlung',
        body: [
          'Mit SEQR scannen Sie einen Code und bestätigen in der App. Der Betrag wird abgebucht, wenn Sie bestätigen. Eine abgebrochene oder fehlgeschlagene Zahlung kostet Sie nichts.',
          `Auf Rechnung bezahlen Sie innerhalb von ${facts.transferDays} Tagen per Überweisung mit der Referenz, die auf der Bestellseite steht. Wir versenden die Ware nach Zahlungseingang und berechnen weder Gebühren noch Zinsen. Eine nicht rechtzeitig bezahlte Bestellung wird storniert.`,
        ],
      },
      {
        title: 'Lieferung',
        body: [
          `Wir liefern nach ${facts.countries}. Der Standardversand dauert zwei bis vier Werktage, Express kommt am nächsten Werktag, gerechnet ab der Zahlung.`,
          'Bis das Paket bei Ihnen ist, tragen wir das Risiko. Verzögert sich die Lieferung unzumutbar, dürfen Sie vom Kauf zurücktreten und erhalten Ihr Geld vollständig zurück.',
        ],
      },
      {
        title: 'Mängel',
        body: [
          'Sie können drei Jahre lang einen Mangel reklamieren, der bei Erhalt der Ware vorhanden war. Melden Sie sich so bald wie möglich; eine Meldung innerhalb von zwei Monaten nach Entdeckung ist immer rechtzeitig. Wir reparieren oder ersetzen die Ware oder nehmen sie zurück, alles auf unsere Kosten.',
          'Bei einem Mangel, der sich innerhalb von zwei Jahren zeigt, wird vermutet, dass er von Anfang an vorhanden war, sofern wir nichts anderes nachweisen (konsumentköplagen, 2022:260).',
        ],
      },
      {
        title: 'Streitfälle',
        body: [
          'Schreiben Sie zuerst an uns; das meiste klärt sich innerhalb eines Tages. Danach können Sie sich an die schwedische Schlichtungsstelle für Verbraucher wenden (Allmänna reklamationsnämnden, Box 174, 101 23 Stockholm, arn.se). Wir folgen ihren Empfehlungen. Es gilt schwedisches Recht.',
          'Kostenlose Beratung: Hallå konsument, der Beratungsdienst der schwedischen Verbraucherbehörde, hallakonsument.se, 0771-525 525.',
        ],
      },
    ],
  },
  returns: {
    title: 'Widerruf und Rückgabe',
    intro:
      'Sie können Ihren Kauf innerhalb von 14 Tagen ohne Angabe von Gründen widerrufen (distansavtalslagen, 2005:59).',
    sections: [
      {
        title: 'Die 14 Tage',
        body: [
          'Die Frist beginnt am Tag, nachdem Sie oder eine von Ihnen benannte Person die Ware erhalten haben; bei mehreren Paketen zählt das letzte. Es genügt, dass Sie Ihre Mitteilung vor Ablauf der Frist absenden.',
          'Sie dürfen die Ware so ansehen und ausprobieren wie in einem Ladengeschäft. Haben Sie sie darüber hinaus benutzt, dürfen wir den Wertverlust abziehen.',
        ],
      },
      {
        title: 'So widerrufen Sie',
        body: [
          `Schreiben Sie an ${facts.email}, oder senden Sie einen Brief an ${facts.address}. Erklären Sie eindeutig, dass Sie widerrufen. Sie können dieses Formular verwenden, müssen es aber nicht:`,
          [
            `An ${facts.legalName}, ${facts.address}, ${facts.email}`,
            'Hiermit widerrufe ich den von mir abgeschlossenen Vertrag über den Kauf der folgenden Waren: …',
            'Bestellt am … und erhalten am …',
            'Bestellnummer: …',
            'Name und Anschrift: …',
            'Datum (und Unterschrift, falls auf Papier)',
          ],
          'Wir bestätigen Ihnen den Eingang unverzüglich per E-Mail.',
        ],
      },
      {
        title: 'Rücksendung',
        body: [
          'Senden Sie die Ware innerhalb von 14 Tagen nach Ihrer Mitteilung zurück. Sie zahlen das Porto für ein gewöhnliches Paket; war etwas fehlerhaft oder falsch, zahlen wir es.',
        ],
      },
      {
        title: 'Ihr Geld',
        body: [
          `Innerhalb von 14 Tagen nach Ihrer Mitteilung erstatten wir alles, was Sie bezahlt haben. Dazu gehört der Standardversand (${facts.standardPrice}), nicht aber der Mehrpreis für Express. Wir dürfen warten, bis wir die Ware haben oder Sie den Versand nachweisen.`,
          'Wir erstatten auf dem Weg, auf dem Sie bezahlt haben: eine SEQR-Zahlung auf Ihr SEQR-Konto, eine Überweisung auf Ihr Bankkonto. Das kostet Sie nichts.',
        ],
      },
      {
        title: 'Ausnahmen',
        body: [
          'Für unser heutiges Sortiment gibt es keine. Sollten wir etwas verkaufen, das schnell verdirbt oder nach Maß gefertigt wird, steht es auf der Seite des Artikels.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Datenschutz und Cookies',
    intro:
      'Wir speichern, was eine Bestellung erfordert, und sonst nichts. Kein Tracking, keine Werbung, keine Kundenkonten.',
    sections: [
      {
        title: 'Verantwortlicher',
        body: [`${facts.legalName}, ${facts.organisationNumber}, ${facts.address}, ${facts.email}.`],
      },
      {
        title: 'Was wir speichern, warum und wie lange',
        body: [
          [
            'Ihren Namen, Ihre E-Mail- und Lieferadresse und Ihre Bestellung: um den Vertrag mit Ihnen zu erfüllen (DSGVO Artikel 6 Absatz 1 b).',
            'Quittungen, Zahlungen und Erstattungen: sieben Jahre nach dem Geschäftsjahr, wie es das schwedische Buchführungsgesetz verlangt (Artikel 6 Absatz 1 c).',
            'Protokolle des Servers, ohne Namen, Anschriften oder E-Mail-Adressen: um Fehler und Missbrauch zu finden (Artikel 6 Absatz 1 f).',
          ],
          'Das Gesetz verlangt nicht, dass wir unbezahlte Bestellungen aufbewahren. Schreiben Sie uns, dann löschen wir Ihre.',
        ],
      },
      {
        title: 'An wen wir Daten weitergeben',
        body: [
          'SEQR erhält die Nummer, die Zeilen und den Gesamtbetrag der Bestellung, damit Sie bezahlen können, und den Link zur Bestellseite, damit die App Sie zurückführen kann. Ihren Namen, Ihre Adresse und Ihre E-Mail-Adresse erhält SEQR von uns nicht.',
          'Der Paketdienst erhält Ihren Namen und Ihre Adresse. Niemand sonst erhält etwas, es sei denn, das Gesetz verlangt es.',
        ],
      },
      {
        title: 'Cookies',
        body: [
          'Wir verwenden drei Cookies. Alle sind unsere eigenen und unbedingt erforderlich, deshalb gibt es kein Cookie-Banner:',
          [
            'cart: was in Ihrem Warenkorb liegt. Wird 60 Tage nach der letzten Änderung gelöscht.',
            'visitor: ein zufälliger Schlüssel, mit dem der Shop die Bestellungen dieses Browsers findet. Wird bei der Bestellung gesetzt und nach einem Jahr gelöscht.',
            'checkout_draft: Ihre Eingaben an der Kasse, damit Sie sie korrigieren oder die Sprache wechseln können. Wird nach zehn Minuten gelöscht.',
          ],
          'Sie können sie jederzeit im Browser löschen. Eine Bestellung öffnen Sie dann weiterhin über ihren eigenen Link.',
        ],
      },
      {
        title: 'Ihre Rechte',
        body: [
          `Sie können Ihre Daten einsehen, berichtigen, übertragen oder löschen lassen und ihrer Verwendung widersprechen oder sie einschränken, soweit die Buchführungsregeln es erlauben. Schreiben Sie an ${facts.email}.`,
          'Sie können sich bei der schwedischen Datenschutzbehörde beschweren (Integritetsskyddsmyndigheten, imy.se).',
        ],
      },
    ],
  },
  contact: {
    title: 'Kontakt',
    intro: 'Schreiben Sie uns oder rufen Sie an. Wir antworten werktags zwischen 9 und 16 Uhr schwedischer Zeit.',
    sections: [
      { title: 'E-Mail und Telefon', body: [`${facts.email}`, `${facts.phone}`] },
      {
        title: 'Anschrift',
        body: [
          `${facts.legalName}, ${facts.address}`,
          `Organisationsnummer ${facts.organisationNumber}, USt-IdNr. ${facts.vatNumber}`,
        ],
      },
      {
        title: 'Fragen zu einer Bestellung',
        body: [
          'Halten Sie die Bestellnummer bereit; sie beginnt mit T und steht auf der Bestellseite. Senden Sie den Link zur Bestellseite nicht per E-Mail: Jeder, der ihn hat, kann die Bestellung sehen.',
        ],
      },
    ],
  },
});
