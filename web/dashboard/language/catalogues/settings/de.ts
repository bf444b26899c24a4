import type { SETTINGS_EN } from './en';

/** The texts of the settings in German. */
export const SETTINGS_DE: Readonly<Record<keyof typeof SETTINGS_EN, string>> = {
  'settings.title': 'Einstellungen von {site}',
  'settings.nav': 'Einstellungen',
  'settings.back': 'Zu den Besuchern',
  'settings.install': 'Einbauen',
  'settings.site': 'Site',
  'settings.agents': 'Agenten',
  'settings.keys': 'API-Schlüssel',
  'settings.audit': 'Protokoll',
  'settings.newSite': 'Neue Site',
  'settings.password': 'Ihr Passwort',
  'settings.unknown': 'Diese Seite gibt es nicht.',
  'settings.unknownText': 'Die Adresse nennt keinen Teil der Einstellungen. Wählen Sie einen aus der Liste.',
  'settings.adminsOnly': 'Das sehen nur Admins.',
  'settings.adminsOnlyText': 'Sie sind Mitglied dieser Site. Ein Admin kann es für Sie tun.',
  'settings.adminsAre': 'Admins:',

  'settings.cancel': 'Abbrechen',
  'settings.cannotRead': 'Das lässt sich nicht vom Server lesen.',
  'settings.copied': 'Kopiert',
  'settings.copy': 'Kopieren',
  'settings.days': '{days, plural, one {# Tag} other {# Tage}}',
  'settings.discard': 'Verwerfen',
  'settings.hours': '{hours, plural, one {# Stunde} other {# Stunden}}',
  'settings.loading': 'Wird geladen …',
  'settings.retry': 'Jetzt wiederholen',
  'settings.save': 'Speichern',
  'settings.saved': 'Gespeichert. Es gilt innerhalb einer Sekunde.',
  'settings.secretKept': 'Ich habe es aufbewahrt',
  'settings.shownOnce': 'Das wird nur einmal gezeigt. Niemand kann es noch einmal lesen.',
  'settings.unsaved': 'Nicht gespeicherte Änderungen',
  'settings.leave.title': 'Verlassen, ohne zu speichern?',
  'settings.leave.text': 'Ihre Änderungen sind noch nicht gespeichert.',
  'settings.leave.confirm': 'Verlassen',

  'settings.failed.databaseAway':
    'Die Datenbank ist gerade nicht erreichbar, es wurde nichts geändert. Versuchen Sie es in einigen Sekunden wieder.',
  'settings.failed.forbidden': 'Das dürfen Sie nicht mehr. Fragen Sie einen Admin dieser Site.',
  'settings.failed.network':
    'Der Server ist nicht erreichbar, wir wissen also nicht, ob es geschehen ist. Prüfen Sie Ihre Verbindung und sehen Sie nach.',
  'settings.failed.presenceAway':
    'Der Präsenzspeicher ist gerade nicht erreichbar, es wurde nichts geändert. Versuchen Sie es in einigen Sekunden wieder.',
  'settings.failed.rateLimited':
    'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es dann wieder.',
  'settings.failed.server': 'Auf dem Server ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
  'settings.failed.signedOut': 'Sie wurden abgemeldet. Melden Sie sich wieder an.',

  'settings.problem.other': 'Dieser Wert wurde abgelehnt. Ändern Sie ihn und versuchen Sie es wieder.',
  'settings.problem.tooLong': 'Das ist zu lang. Kürzen Sie es.',
  'settings.problem.siteName': 'Sagen Sie, wie die Site heißt.',
  'settings.problem.origins':
    'Höchstens 100 Origins sind möglich. Nehmen Sie einige heraus oder nutzen Sie einen Platzhalter.',
  'settings.problem.originLine':
    'Zeile {line}: „{entry}“ ist kein Origin. Schreiben Sie https://shop.example, https://*.shop.example oder null, ohne Pfad.',
  'settings.problem.parameters': 'Höchstens 20 Parameter sind möglich. Nehmen Sie einige heraus.',
  'settings.problem.parameterLine':
    'Zeile {line}: „{entry}“ ist kein Parametername. Schreiben Sie nur den Namen, ohne =, & und #.',
  'settings.problem.grace': 'Schreiben Sie eine Zahl von 0 bis 30.',
  'settings.problem.retention': 'Schreiben Sie eine Zahl von 1 bis 3650.',
  'settings.problem.agentName': 'Sagen Sie, wie der Agent heißt.',
  'settings.problem.email': 'Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@example.com.',
  'settings.problem.emailTaken':
    'Jemand mit dieser Adresse ist schon Agent: hier, in einem anderen Team oder in einer anderen Rolle. Sehen Sie in der Liste oben nach.',
  'settings.problem.keyName': 'Sagen Sie, wofür der Schlüssel ist.',
  'settings.problem.scopes': 'Wählen Sie mindestens eine Sache, die der Schlüssel darf.',
  'settings.problem.expiry': 'Der Schlüssel wäre schon abgelaufen. Wählen Sie eine längere Dauer.',
  'settings.problem.currentPassword': 'Das ist nicht Ihr jetziges Passwort.',
  'settings.problem.newPassword': 'Nehmen Sie mindestens 12 Zeichen, und nicht Ihre E-Mail-Adresse.',

  'settings.site.lead': 'Was diese Site über ihre Besucher entscheidet. Nur Admins können es ändern.',
  'settings.site.name': 'Name',
  'settings.site.origins': 'Erlaubte Origins',
  'settings.site.originsText': 'Die Websites, deren Seiten Besucher melden dürfen, je Zeile eine.',
  'settings.site.originsOpen':
    'Es ist kein Origin genannt, also darf eine Seite jeder Website hier Besucher melden. Nennen Sie Ihre, bevor es ernst wird.',
  'settings.site.originExact': 'Genau dieser Origin.',
  'settings.site.originWildcard': 'Jede Subdomain, beliebig tief. Nicht shop.example selbst.',
  'settings.site.originNull': 'Seiten ohne Origin: aus einer Datei oder in einem Sandbox-Frame.',
  'settings.verification': 'Identitätsprüfung',
  'settings.verificationText':
    'Was der Name eines Besuchers gilt, wenn er ohne Signatur Ihres Servers kommt.',
  'settings.verification.off': 'Aus',
  'settings.verification.offText': 'Namen werden geglaubt, wie sie kommen. Niemand gilt als geprüft.',
  'settings.verification.optional': 'Freiwillig',
  'settings.verification.optionalText':
    'Mit richtiger Signatur ist ein Besucher geprüft. Ohne sie ist er ein eigener Besucher, nicht geprüft.',
  'settings.verification.required': 'Verlangt',
  'settings.verification.requiredText':
    'Ohne richtige Signatur wird kein Name angenommen; der Besuch geht ohne ihn weiter. Signieren Sie vorher auf allen Servern.',
  'settings.site.parameters': 'URL-Parameter, die bleiben',
  'settings.site.parametersText':
    'Adressen werden ohne Query gespeichert. Nennen Sie Parameter, die Agenten brauchen, je Zeile einen; nie einen mit Geheimnissen.',
  'settings.site.fragment': 'Behalten, was nach # kommt',
  'settings.site.fragmentText': 'Nur für Sites, deren Router die Seite hinter dem # führt.',
  'settings.site.grace': 'Warten nach dem Abschied, in Sekunden',
  'settings.site.graceText':
    '0 bis 30. Wer in dieser Zeit wiederkommt, durch Klick oder Neuladen, wird nicht als gegangen gemeldet.',
  'settings.site.retention': 'Besucher behalten, in Tagen',
  'settings.site.retentionText':
    '1 bis 3650. Wer so lange nicht gesehen wurde, wird mit allem gelöscht. Eine kleinere Zahl löscht mehr, endgültig.',

  'settings.secret': 'Identitätsgeheimnis',
  'settings.secret.lead':
    'Damit signieren Ihre Server die Ids Ihrer Besucher. Es kann nicht noch einmal gezeigt, nur ersetzt werden. Wie signiert wird, steht unter „Einbauen“.',
  'settings.secret.make': 'Neues Geheimnis machen',
  'settings.secret.grace': 'Das alte Geheimnis gilt noch',
  'settings.secret.graceText': 'Die Zeit, um das neue auf alle Ihre Server zu bringen.',
  'settings.secret.none': 'gar nicht: Es ist bekannt geworden',
  'settings.secret.confirmTitle': 'Das Identitätsgeheimnis ersetzen?',
  'settings.secret.breaksNow':
    'Signaturen des alten Geheimnisses werden ab sofort abgelehnt. Bis Ihre Server das neue haben, ist niemand geprüft.',
  'settings.secret.breaksLater':
    'Signaturen des alten Geheimnisses werden in {hours, plural, one {# Stunde} other {# Stunden}} abgelehnt. Ein noch älteres endet sofort.',
  'settings.secret.new': 'Das neue Identitätsgeheimnis',
  'settings.secret.newText':
    'Legen Sie es dorthin, wo Ihre Server Geheimnisse haben. Es darf nie auf eine Seite.',

  'settings.delete': 'Diese Site löschen',
  'settings.delete.lead':
    'Löscht die Site, ihre Besucher, Schlüssel, Einstellungen und das Protokoll. Nichts bringt sie zurück.',
  'settings.delete.open': 'Diese Site löschen …',
  'settings.delete.title': '{site} löschen?',
  'settings.delete.text':
    'Alle Besucher und ihre Geschichte werden gelöscht, die API-Schlüssel enden, die Seiten werden nicht mehr gehört. Agenten ohne andere Site verlieren ihren Zugang.',
  'settings.delete.type': 'Zum Bestätigen {site} eingeben',
  'settings.delete.confirm': 'Endgültig löschen',
  'settings.delete.changed': 'Die Site wurde inzwischen umbenannt oder gelöscht. Laden Sie die Seite neu.',

  'settings.agents.lead': 'Wer sich anmelden und diese Site sehen kann.',
  'settings.agents.leadMember':
    'Wer sich anmelden und diese Site sehen kann. Admins laden ein und entfernen.',
  'settings.agents.you': '(Sie)',
  'settings.agents.remove': 'Entfernen',
  'settings.agents.removeName': '{name} entfernen',
  'settings.agents.removeTitle': '{name} von dieser Site entfernen?',
  'settings.agents.removeText':
    'Die Person sieht sie innerhalb einer Sekunde nicht mehr. Hat sie keine andere Site, wird ihr Konto gelöscht.',
  'settings.agents.lastAdmin': 'Das ist der letzte Admin. Laden Sie erst einen anderen ein.',
  'settings.agents.gone': 'Die Person arbeitet hier nicht mehr. Laden Sie die Seite neu.',
  'settings.role.admin': 'Admin',
  'settings.role.adminText': 'Ändert auch Einstellungen, Schlüssel und Agenten, und löscht.',
  'settings.role.member': 'Mitglied',
  'settings.role.memberText': 'Sieht und bearbeitet Besucher.',
  'settings.invite': 'Einen Agenten einladen',
  'settings.invite.lead': 'Es wird nichts verschickt. Sie erhalten ein Passwort, das Sie selbst weitergeben.',
  'settings.invite.name': 'Name des Agenten',
  'settings.invite.email': 'E-Mail des Agenten',
  'settings.invite.role': 'Rolle',
  'settings.invite.submit': 'Einladen',
  'settings.invite.joined': '{name} arbeitet jetzt auch hier und meldet sich an wie bisher.',
  'settings.invite.password': 'Ein Passwort für {name}',
  'settings.invite.passwordText':
    'Geben Sie es selbst weiter. Damit und mit {email} ist die Anmeldung möglich, danach unter „Passwort ändern“ ein anderes.',
  'settings.invite.oneTime': 'Erstes Passwort',

  'settings.password.lead': 'Es zu ändern meldet Sie in allen anderen Browsern ab.',
  'settings.password.current': 'Jetziges Passwort',
  'settings.password.new': 'Neues Passwort',
  'settings.password.newText': 'Mindestens 12 Zeichen.',
  'settings.password.submit': 'Passwort ändern',
  'settings.password.changed': 'Geändert. Ihre anderen Browser sind abgemeldet.',

  'settings.newSite.lead':
    'Eine Site hat eigenen Schlüssel, Besucher, Einstellungen und Agenten. Sie sind ihr erster Agent und können andere einladen.',
  'settings.newSite.submit': 'Site anlegen',

  'settings.keys.lead':
    'Damit fragen Ihre eigenen Programme nach Besuchern. Jeder Schlüssel gilt nur für diese Site.',
  'settings.keys.empty': 'Noch keine Schlüssel.',
  'settings.keys.made': 'Gemacht {time}',
  'settings.keys.used': 'Zuletzt benutzt {time}',
  'settings.keys.unused': 'Nie benutzt',
  'settings.keys.ends': 'Endet {time}',
  'settings.keys.working': 'Gültig',
  'settings.keys.expired': 'Abgelaufen',
  'settings.keys.revoked': 'Widerrufen',
  'settings.keys.revoke': 'Widerrufen',
  'settings.keys.revokeName': '{name} widerrufen',
  'settings.keys.revokeTitle': '{name} widerrufen?',
  'settings.keys.revokeText':
    'Programme, die ihn nutzen, werden innerhalb einer Sekunde abgelehnt, ihre Live-Verbindungen geschlossen. Er kommt nicht wieder.',
  'settings.keys.gone': 'Diesen Schlüssel gibt es nicht mehr. Laden Sie die Seite neu.',
  'settings.newKey': 'Neuer API-Schlüssel',
  'settings.newKey.lead': 'Geben Sie jedem Programm einen eigenen Schlüssel, der nicht mehr darf als nötig.',
  'settings.newKey.name': 'Wofür er ist',
  'settings.newKey.nameText': 'Etwa der Name des Programms.',
  'settings.newKey.scopes': 'Was er darf',
  'settings.newKey.life': 'Er gilt',
  'settings.newKey.forever': 'bis er widerrufen wird',
  'settings.newKey.submit': 'Schlüssel machen',
  'settings.newKey.made': 'Der neue API-Schlüssel',
  'settings.newKey.secret': 'API-Schlüssel',
  'settings.newKey.secretText':
    'Programme senden ihn als „authorization: Bearer …“. Wer ihn hat, kann ihn benutzen.',
  'settings.scope.read': 'Besucher lesen',
  'settings.scope.readText': 'Besucher auflisten und nachschlagen, und ob sie online sind.',
  'settings.scope.personal': 'Persönliche Daten lesen',
  'settings.scope.personalText': 'Namen, E-Mail-Adressen, Merkmale und Seiten, und danach suchen.',
  'settings.scope.subscribe': 'Live verfolgen',
  'settings.scope.subscribeText': 'Abonnieren, wer kommt und geht.',
  'settings.scope.write': 'Besucher bearbeiten und löschen',
  'settings.scope.writeText': 'Namen und Merkmale ändern, und Personen vergessen.',
  'settings.scope.previews': 'Seitenvorschauen sehen',
  'settings.scope.manage': 'Die Site verwalten',
  'settings.scope.manageText': 'Ihre Einstellungen und ihr Identitätsgeheimnis ändern.',

  'settings.audit.lead': 'Wer auf dieser Site etwas geändert, exportiert oder gelöscht hat. Neuestes zuerst.',
  'settings.audit.empty': 'Noch nichts geschehen.',
  'settings.audit.older': 'Ältere zeigen',
  'settings.audit.createSite': '{actor} hat die Site angelegt',
  'settings.audit.updateSite': '{actor} hat die Einstellungen geändert',
  'settings.audit.rotateIdentitySecret': '{actor} hat das Identitätsgeheimnis ersetzt',
  'settings.audit.inviteAgent': '{actor} hat einen Agenten eingeladen',
  'settings.audit.removeAgent': '{actor} hat einen Agenten entfernt',
  'settings.audit.changePassword': '{actor} hat das eigene Passwort geändert',
  'settings.audit.resetPassword': '{actor} hat einem Agenten ein neues Passwort gegeben',
  'settings.audit.createApiKey': '{actor} hat einen API-Schlüssel gemacht',
  'settings.audit.revokeApiKey': '{actor} hat einen API-Schlüssel widerrufen',
  'settings.audit.updateVisitor': '{actor} hat einen Besucher bearbeitet',
  'settings.audit.forgetVisitor': '{actor} hat einen Besucher gelöscht',
  'settings.audit.exportVisitor': '{actor} hat einen Besucher exportiert',

  'check.waiting': 'Warten auf den ersten Besucher …',
  'check.waiting.text':
    'Mit diesem Schlüssel hat noch nichts gerufen. Öffnen Sie eine Seite Ihrer Website. Geschieht nichts, vergleichen Sie den Schlüssel der Seite mit dem unten: Ein falscher gehört zu keiner Site und kann hier nicht erscheinen.',
  'check.heard': 'Es läuft: Diese Site wird gehört.',
  'check.refused': 'Die letzte Seite, die rief, wurde abgelehnt.',
  'check.reason.origin':
    '{page} ist nicht unter den erlaubten Origins. Nehmen Sie ihn auf, wenn die Seite Ihre ist.',
  'check.reason.signature':
    '{page} sandte eine Signatur, die nicht mit dem Geheimnis dieser Site gemacht ist, oder nicht von genau dieser Id.',
  'check.reason.signatureMissing':
    '{page} nannte einen Besucher ohne Signatur, und diese Site verlangt eine. Signieren Sie auf Ihrem Server.',
  'check.reason.other': '{page} wurde abgelehnt: {reason}.',
  'check.noOrigin': 'einem Programm',
  'check.lastHeard': 'Letzter Besucher: {time}, von {page}',
  'check.lastRefused': 'Letzte Ablehnung: {time}, von {page}',
  'check.toSettings': 'Einstellungen der Site öffnen',

  'installPage.lead': 'Setzen Sie dies auf jede Seite Ihrer Website und öffnen Sie dann eine.',
  'installPage.key': 'Site-Schlüssel',
  'installPage.keyText': 'Nennt dem Widget Ihre Site. Er ist öffentlich: Ihre Seiten tragen ihn.',
  'installPage.identify': 'Sagen, wer der Besucher ist',
  'installPage.identifyText':
    'Ist jemand bei Ihnen angemeldet, sagen Sie es dem Widget. Mit einer Signatur Ihres Servers kann sich niemand für jemand anderen ausgeben.',
  'installPage.signing': 'Auf Ihrem Server signieren',
  'installPage.toSecret': 'Das Identitätsgeheimnis machen und wählen, was unsignierte Namen gelten',
  'installPage.csp': 'Content Security Policy',
  'installPage.cspText':
    'Wenn Ihre Seiten eine Richtlinie haben, muss sie das Skript und seine Aufrufe erlauben.',
  'installPage.proxy': 'Von Ihrer eigenen Adresse',
  'installPage.proxyText':
    'Freiwillig. Manche Blocker halten Skripte fremder Adressen auf; ein Proxy liefert es von Ihrer.',
  'installPage.pinned': 'Eine Fassung, die sich nie ändert',
  'installPage.pinnedText':
    'Für Seiten, auf denen nur Skripte mit bekanntem Inhalt laufen dürfen. Jeden anderen lehnt der Browser ab; neue Fassungen übernehmen Sie selbst.',
  'csp.host':
    'Nehmen Sie diese beiden in Ihre Richtlinie auf. Mehr braucht es nicht: keinen Stil, kein Bild, kein eval.',
  'csp.nonce':
    'Ihr Server macht die Nonce für jede Seite neu und setzt sie in die Richtlinie und in die Zeile.',
  'recipe.html': 'Vor das Ende des head, auf jeder Seite.',
  'recipe.indexHtml': 'In den head von index.html. Seitenwechseln in der App folgt das Widget von selbst.',
  'recipe.next': 'In das Wurzel-Layout, app/layout.jsx.',
  'recipe.tagManager': 'Als Tag mit benutzerdefiniertem HTML, auf allen Seiten.',
  'recipe.proxy':
    'Die Zeile für Ihre Seiten steht oben. Nennen Sie den Proxy in PORCHLIGHT_TRUSTED_PROXIES, damit Besucher nach Adresse unterschieden werden.',
  'signing.note': 'Das Geheimnis bleibt auf Ihrem Server. Signieren Sie genau die Id, die die Seite sendet.',
};
