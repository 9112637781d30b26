/**
 * What the buttons of banners say, in the languages that the audit can answer: English, French, Dutch, German,
 * Spanish, Italian, Portuguese, Polish, Swedish, Danish, Finnish, Czech. Sources of regular expressions over lower
 * case text with single spaces. A refusal is looked for before an agreement: "accept only what is necessary" is one.
 */
export interface ButtonWords {
  readonly reject: readonly string[]
  readonly accept: readonly string[]
  readonly settings: readonly string[]
  readonly save: readonly string[]
  /** What the text around the buttons speaks of. */
  readonly about: readonly string[]
  /** A link or button that opens the choices again. */
  readonly reopen: readonly string[]
}

export const buttonWords: ButtonWords = {
  reject: [
    '(reject|refuse|decline|deny|disagree|disable|block)( (all( .{0,16})?|everything|cookies|all cookies|optional cookies|optional|non-essential( cookies)?|additional cookies|analytics cookies|and (close|continue)))?',
    'no,? thanks?|i (decline|refuse|disagree)|do not (accept|allow|consent)|continue without (accepting|agreeing|consent)',
    '(accept |use |allow )?(only )?(strictly )?(necessary|essential|required)( cookies)?( only)?|(accept|use|allow|only) (only |the )?(strictly )?(necessary|essential|required)( cookies)?',
    '(tout |tous )?(refuser|rejeter|interdire|décliner)( (tout|tous( les cookies)?|les cookies|et (fermer|continuer)))?|je refuse( tout)?|tout (refuser|interdire|rejeter)|continuer sans accepter|non,? merci|(uniquement|seulement) (les )?(cookies )?(nécessaires|essentiels)',
    '(alles |alle cookies |cookies )?(weigeren|afwijzen|afwijs|verwerpen)|weiger( alles| alle cookies| cookies)?|nee,? (bedankt|dank je)|alleen (noodzakelijke?|essentiële|functionele)( cookies)?( accepteren| toestaan)?',
    '(alle(s)? |alle cookies |cookies )?(ablehnen|verweigern|zurückweisen)|ich lehne ab|nein,? danke|(nur|nur die) (notwendige|erforderliche|essenzielle|essentielle|technisch notwendige)n?( cookies)?( akzeptieren| zulassen| erlauben| verwenden)?|weiter ohne (einwilligung|zustimmung)',
    '(rechazar|denegar|rehusar)( (todo|todas|todos|las cookies|cookies|todas las cookies|y continuar))?|no,? gracias|(solo|sólo|solamente) (las )?(cookies )?(necesarias|esenciales)|continuar sin aceptar',
    '(rifiuta|rifiuto|nega)(re)?( (tutti|tutto|i cookie|tutti i cookie|e continua))?|no,? grazie|(solo|usa solo) (i )?(cookie )?(necessari|essenziali|tecnici)|continua senza accettare',
    '(rejeitar|recusar|negar)( (tudo|todos|todas|cookies|os cookies|todos os cookies))?|não,? obrigad[oa]|(apenas|somente|só) (os )?(cookies )?(necessários|essenciais)|continuar sem aceitar',
    '(odrzuć|odrzucam|odmów|odmawiam|nie zgadzam się)( (wszystko|wszystkie|wszystkie cookies|wszystkie pliki cookie))?|nie,? dziękuję|(tylko|akceptuj tylko) (niezbędne|konieczne)( cookies| pliki cookie)?',
    '(avvisa|neka|avböj)( (alla|allt|cookies|alla cookies))?|nej,? tack|(endast|bara|acceptera endast) (nödvändiga)( cookies| kakor)?',
    '(afvis|nægt)( (alle|alt|cookies|alle cookies))?|nej,? tak|(kun|tillad kun|accepter kun) (nødvendige)( cookies)?',
    '(hylkää|kiellä|estä)( (kaikki|evästeet|kaikki evästeet))?|ei kiitos|(vain|salli vain|hyväksy vain) (välttämättömät)( evästeet)?',
    '(odmítnout|odmítám|zamítnout)( (vše|všechny|všechno|cookies|všechny cookies))?|ne,? děkuji|(jen|pouze|povolit jen|přijmout pouze) (nezbytné|nutné)( cookies)?',
  ],
  accept: [
    "(yes,? )?(i )?(accept|agree|allow|consent|enable)( (all( .{0,16})?|everything|cookies|all cookies|to all|optional cookies|additional cookies|analytics cookies|and (close|continue)))?|(ok|okay|got it|that's (ok|fine)|yes|i understand),?( .{0,12})?",
    "(tout |tous )?(accepter|autoriser)( (tout|tous( les cookies)?|les cookies|et (fermer|continuer)))?|j'accepte( tout)?|oui|d'accord|tout (accepter|autoriser)|j'ai compris",
    '(alles |alle cookies |cookies )?(accepteren|toestaan|aanvaarden)|accepteer( alles| alle cookies| cookies)?|(ja,? )?ik ga akkoord|akkoord|ja',
    '(alle(s)? |alle cookies |cookies )?(akzeptieren|zulassen|annehmen|erlauben|zustimmen)|ich (stimme zu|akzeptiere|bin einverstanden)|einverstanden|zustimmen|ja|verstanden',
    '(aceptar|permitir|acepto|consentir)( (todo|todas|todos|las cookies|cookies|todas las cookies|y continuar))?|de acuerdo|sí|entendido',
    '(accetta|accetto|consenti|permetti)(re)?( (tutti|tutto|i cookie|tutti i cookie|e continua))?|va bene|ho capito|sì',
    '(aceitar|permitir|aceito|concordo)( (tudo|todos|todas|cookies|os cookies|todos os cookies))?|entendi|sim',
    '(akceptuj|akceptuję|zaakceptuj|zezwól|zgadzam się|przyjmuję)( (wszystko|wszystkie|na wszystkie|wszystkie cookies|wszystkie pliki cookie))?|rozumiem|tak',
    '(acceptera|godkänn|tillåt|jag godkänner|jag accepterar)( (alla|allt|cookies|alla cookies|kakor|alla kakor))?|ja|jag förstår',
    '(accepter|acceptér|tillad|godkend)( (alle|alt|cookies|alle cookies))?|jeg accepterer|ja|ok',
    '(hyväksy|salli|hyväksyn)( (kaikki|evästeet|kaikki evästeet))?|selvä|kyllä',
    '(přijmout|povolit|souhlasím|přijímám|akceptovat)( (vše|všechny|všechno|cookies|všechny cookies|se vším))?|rozumím|ano',
  ],
  settings: [
    '(cookie |privacy |consent |your )?(settings|preferences|options|choices)|(manage|customi[sz]e|change|adjust|show|more|view|let me choose|personali[sz]e|configure)( .{0,30})?|more (options|info(rmation)?)|learn more',
    "paramètres( .{0,30})?|préférences( .{0,20})?|(personnaliser|gérer|configurer|paramétrer|choisir)( .{0,30})?|plus d'options|en savoir plus",
    '(cookie-?)?(instellingen|voorkeuren)( .{0,30})?|(aanpassen|beheren|beheer|pas aan|zelf instellen|meer opties|wijzig)( .{0,30})?',
    '(cookie-?|datenschutz-?)?(einstellungen|präferenzen|optionen)( .{0,30})?|(anpassen|verwalten|konfigurieren|individuelle|mehr|details)( .{0,30})?',
    '(configurar|configuración|personalizar|preferencias|ajustes|gestionar|opciones|más información)( .{0,30})?',
    '(impostazioni|preferenze|personalizza|gestisci|configura|opzioni|scopri di più)( .{0,30})?',
    '(configurar|configurações|definições|personalizar|preferências|gerir|gerenciar|opções)( .{0,30})?',
    '(ustawienia|preferencje|dostosuj|zarządzaj|opcje|więcej)( .{0,30})?',
    '(inställningar|anpassa|hantera|val|alternativ|mer information|cookieinställningar)( .{0,30})?',
    '(indstillinger|tilpas|administrer|præferencer|vis detaljer|cookieindstillinger)( .{0,30})?',
    '(asetukset|muokkaa|hallitse|evästeasetukset|valinnat|lisää)( .{0,30})?',
    '(nastavení|předvolby|přizpůsobit|upravit|spravovat|více|podrobné)( .{0,30})?',
  ],
  save: [
    '(save|confirm|apply|accept|allow)( (and (close|exit|continue)|my|selected|selection|current|settings|preferences|choices|changes|these|the selected)){1,3}|save|confirm|done',
    '(enregistrer|sauvegarder|valider|confirmer)( .{0,30})?|accepter (la |ma )?sélection',
    '(opslaan|bewaren|bevestigen|bevestig|voorkeuren opslaan|keuzes? opslaan|selectie (toestaan|opslaan)|instellingen opslaan)( .{0,30})?',
    '(speichern|bestätigen|auswahl (speichern|bestätigen|erlauben|akzeptieren|übernehmen)|einstellungen speichern)( .{0,30})?',
    '(guardar|confirmar)( .{0,30})?|aceptar selecci[oó]n(adas)?',
    '(salva|conferma|accetta (la )?selezion(e|ati))( .{0,30})?',
    '(guardar|salvar|confirmar)( .{0,30})?|aceitar sele(c|ç)(ção|ionados)',
    '(zapisz|potwierdź|zatwierdź)( .{0,30})?',
    '(spara|bekräfta)( .{0,30})?|(tillåt|godkänn) (urval|valda)( .{0,20})?',
    '(gem|bekræft)( .{0,30})?|tillad (valgte|udvalgte|valg)( .{0,20})?',
    '(tallenna|vahvista)( .{0,30})?|salli valinta',
    '(uložit|potvrdit)( .{0,30})?|povolit vybrané',
  ],
  about: [
    'cookie|consent|privacy|tracker|traceurs|vie privée|consentement|datenschutz|einwilligung|toestemming|voorkeuren|privacidad|consentimiento|riservatezza|consenso|privacidade|prywatno|zgod|integritet|samtycke|kakor|samtykke|eväste|suostumus|soukrom|souhlas|third.party|services',
  ],
  reopen: [
    '(manage|change|review|update|edit|open|show|your|my|withdraw)?( my| your| the)? ?(cookies?|privacy|consent|tracking)( and privacy)?( |-)(settings|preferences|options|choices|consent|declaration settings)|(manage|change|withdraw)( my| your)? (cookies|consent|choices?)|your (privacy )?choices',
    '(gérer|modifier|paramétrer|personnaliser|changer|retirer)( .{0,12})?(cookies|consentement|traceurs|choix)|(paramètres|préférences|gestion|choix)( .{0,12})?(cookies|confidentialité|traceurs)',
    '(cookie-?|privacy-?)(instellingen|voorkeuren)|(beheer|wijzig|pas|trek)( .{0,12})?(cookies?|toestemming|voorkeuren)( .{0,12})?',
    '(cookie-?|datenschutz-?|privatsphäre-?)(einstellungen|präferenzen)|(cookies?|einwilligung)( .{0,8})?(verwalten|ändern|anpassen|widerrufen)',
    '(configurar|configuración|gestionar|preferencias|ajustes|cambiar|retirar)( .{0,16})?(cookies|consentimiento|privacidad)',
    '(impostazioni|preferenze|gestisci|modifica|revoca)( .{0,16})?(cookie|consenso|privacy)',
    '(configurar|configurações|definições|gerir|gerenciar|preferências|alterar|retirar)( .{0,16})?(cookies|consentimento|privacidade)',
    '(ustawienia|zarządzaj|preferencje|zmień|wycofaj)( .{0,16})?(cookie|cookies|zgod.{1,3}|prywatności)',
    '(cookie-?inställningar|hantera (cookies|kakor|samtycke)|ändra (samtycke|cookies)|inställningar för (cookies|kakor))',
    '(cookie-?indstillinger|administrer (cookies|samtykke)|(ændre?|skift|træk) (samtykke|cookies)( tilbage)?)',
    '(evästeasetukset|hallitse evästeitä|muuta evästeasetuksia|evästevalinnat)',
    '(nastavení (cookies|soukromí)|spravovat (cookies|souhlas)|upravit (cookies|souhlas)|odvolat souhlas)',
  ],
}
