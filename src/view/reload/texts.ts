/** The text, "Reload now", "Later". */
type Words = readonly [text: string, now: string, later: string]

/**
 * By language, here and not in the language files: few visitors ever meet the note, and each of them pays for
 * this file alone.
 */
export const reloadTexts: { readonly [tag: string]: Words } = {
  en: [
    'To stop what you refused, this page has to be reloaded. What you have entered would be lost.',
    'Reload now',
    'Later',
  ],
  bg: [
    'За да спре отказаното, страницата трябва да се презареди. Въведеното ще се загуби.',
    'Презареждане сега',
    'По-късно',
  ],
  ca: [
    'Per aturar el que heu rebutjat cal tornar a carregar la pàgina. El que heu introduït es perdria.',
    'Torna a carregar',
    'Més tard',
  ],
  cs: [
    'Aby se odmítnuté zastavilo, musí se stránka načíst znovu. Vyplněné údaje by se ztratily.',
    'Načíst znovu',
    'Později',
  ],
  da: [
    'For at stoppe det, du har afvist, skal siden genindlæses. Det indtastede går tabt.',
    'Genindlæs nu',
    'Senere',
  ],
  de: [
    'Um zu beenden, was Sie abgelehnt haben, muss die Seite neu geladen werden. Ihre Eingaben gehen dabei verloren.',
    'Jetzt neu laden',
    'Später',
  ],
  el: [
    'Για να σταματήσει ό,τι αρνηθήκατε, η σελίδα πρέπει να φορτωθεί ξανά. Όσα συμπληρώσατε θα χαθούν.',
    'Επαναφόρτωση τώρα',
    'Αργότερα',
  ],
  es: [
    'Para detener lo que ha rechazado hay que recargar la página. Lo que ha escrito se perdería.',
    'Recargar ahora',
    'Más tarde',
  ],
  et: ['Keeldutu peatamiseks tuleb leht uuesti laadida. Sisestatu läheks kaotsi.', 'Laadi uuesti', 'Hiljem'],
  fi: [
    'Kieltämäsi toiminnan lopettaminen vaatii sivun lataamisen uudelleen. Kirjoittamasi tiedot katoaisivat.',
    'Lataa nyt',
    'Myöhemmin',
  ],
  fr: [
    'Pour arrêter ce que vous avez refusé, la page doit être rechargée. Votre saisie serait perdue.',
    'Recharger maintenant',
    'Plus tard',
  ],
  ga: [
    'Chun stop a chur leis an rud ar dhiúltaigh tú dó, caithfear an leathanach a athlódáil. Chaillfí a bhfuil curtha isteach agat.',
    'Athlódáil anois',
    'Níos déanaí',
  ],
  he: ['כדי לעצור את מה שסירבתם לו יש לטעון את הדף מחדש. מה שהקלדתם יאבד.', 'טעינה מחדש', 'אחר כך'],
  hr: [
    'Da bi se zaustavilo ono što ste odbili, stranica se mora ponovno učitati. Uneseni podaci bi se izgubili.',
    'Učitaj ponovno',
    'Kasnije',
  ],
  hu: [
    'Az elutasítottak leállításához az oldalt újra kell tölteni. A beírt adatok elvesznének.',
    'Újratöltés most',
    'Később',
  ],
  is: [
    'Til að stöðva það sem þú hafnaðir þarf að endurhlaða síðuna. Það sem þú hefur slegið inn glatast.',
    'Endurhlaða núna',
    'Síðar',
  ],
  it: [
    'Per fermare ciò che ha rifiutato la pagina deve essere ricaricata. I dati inseriti andrebbero persi.',
    'Ricarica ora',
    'Più tardi',
  ],
  ja: [
    '拒否したものを停止するには、ページの再読み込みが必要です。入力内容は失われます。',
    '今すぐ再読み込み',
    '後で',
  ],
  ko: [
    '거부한 항목을 중지하려면 페이지를 새로 고쳐야 합니다. 입력한 내용은 사라집니다.',
    '지금 새로 고침',
    '나중에',
  ],
  lt: [
    'Kad tai, ko atsisakėte, sustotų, puslapį reikia įkelti iš naujo. Įvesti duomenys būtų prarasti.',
    'Įkelti iš naujo',
    'Vėliau',
  ],
  lv: ['Lai apturētu noraidīto, lapa jāielādē no jauna. Ievadītais tiktu zaudēts.', 'Ielādēt tagad', 'Vēlāk'],
  mt: [
    'Biex jieqaf dak li rrifjutajt, il-paġna trid terġa’ titgħabba. Dak li daħħalt jintilef.',
    'Erġa’ għabbi issa',
    'Aktar tard',
  ],
  nb: [
    'For å stoppe det du har avslått, må siden lastes på nytt. Det du har skrevet, går tapt.',
    'Last på nytt',
    'Senere',
  ],
  nl: [
    'Om te stoppen wat u hebt geweigerd, moet de pagina opnieuw worden geladen. Wat u hebt ingevuld, gaat verloren.',
    'Nu herladen',
    'Later',
  ],
  pl: [
    'Aby zatrzymać to, na co nie wyrażono zgody, stronę trzeba wczytać ponownie. Wpisane dane zostaną utracone.',
    'Wczytaj teraz',
    'Później',
  ],
  pt: [
    'Para parar o que recusou, a página tem de ser recarregada. O que escreveu perder-se-ia.',
    'Recarregar agora',
    'Mais tarde',
  ],
  'pt-BR': [
    'Para parar o que você recusou, a página precisa ser recarregada. O que você digitou seria perdido.',
    'Recarregar agora',
    'Mais tarde',
  ],
  ro: [
    'Pentru a opri ceea ce ați refuzat, pagina trebuie reîncărcată. Datele introduse s-ar pierde.',
    'Reîncarcă acum',
    'Mai târziu',
  ],
  sk: [
    'Aby sa odmietnuté zastavilo, stránka sa musí načítať znova. Vyplnené údaje by sa stratili.',
    'Načítať znova',
    'Neskôr',
  ],
  sl: [
    'Da se zavrnjeno ustavi, je treba stran znova naložiti. Vneseni podatki bi se izgubili.',
    'Naloži znova',
    'Pozneje',
  ],
  sv: [
    'För att stoppa det du har nekat måste sidan laddas om. Det du har skrivit går förlorat.',
    'Ladda om nu',
    'Senare',
  ],
  tr: [
    'Reddettiğiniz şeyin durması için sayfanın yeniden yüklenmesi gerekir. Girdikleriniz kaybolur.',
    'Şimdi yükle',
    'Daha sonra',
  ],
  uk: [
    'Щоб зупинити те, від чого ви відмовилися, сторінку треба перезавантажити. Введене буде втрачено.',
    'Перезавантажити',
    'Пізніше',
  ],
  ar: ['لإيقاف ما رفضته يجب إعادة تحميل الصفحة، وسيضيع ما أدخلته.', 'إعادة التحميل الآن', 'لاحقًا'],
  'zh-Hans': ['要停止您拒绝的内容，需要重新加载页面。您输入的内容将会丢失。', '立即重新加载', '稍后'],
  'zh-Hant': ['若要停止您拒絕的內容，必須重新載入頁面。您輸入的內容將會遺失。', '立即重新載入', '稍後'],
}
