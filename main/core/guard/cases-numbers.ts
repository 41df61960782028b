/**
 * Notes and what the guard finds in them: the kind as a heading, the place between ⟨ and ⟩; below `nothing` there is nothing to find. The
 * numbers fit their check but are nobody's: born on 30 February, the banks' own samples, prefixes that are not given out.
 */
export const numberCases = `
# national-number
⟨85.02.30-033.90⟩
NISS ⟨85.02.30-033.90⟩ noté par erreur
numéro national: ⟨85 02 30 033 90⟩
rijksregisternummer ⟨85.02.30 033-90⟩ gevraagd
INSZ=⟨85023003390⟩
Nationalregisternummer ⟨85/02/30-033/90⟩
national number ⟨850230-033-90⟩
⟨850230-03390⟩ op zijn papier
nr ⟨85 02 30-033 90⟩, daarna MyPension geopend
⟨85-02-30-033-90⟩
⟨85 . 02 . 30 - 033 . 90⟩
⟨8 5 0 2 3 0 0 3 3 9 0⟩ dicté au téléphone
⟨850 230 033 90⟩
x⟨85023003390⟩x
né en ⟨birth-date|2005⟩: ⟨05.02.30-200.18⟩
enfant ⟨12.02.30-124.47⟩
Kids-ID ⟨12023012447⟩ oubliée
⟨000001001 95⟩ sans date connue
bis: ⟨85.42.30-033.79⟩
numéro bis ⟨85 22 30 033 36⟩
BIS-nummer ⟨00.42.30-777.04⟩
⟨99.02.30-998.01⟩
ancien ⟨51023000187⟩ sur l’avertissement
⟨85.02.30-033.12⟩ recopié avec une faute
⟨85 02 30 033 13⟩
⟨85/02/30-033.14⟩
⟨85\u00a002\u00a030\u00a0033\u00a090⟩
⟨85\u202f02\u202f30\u202f033\u202f90⟩
⟨85\u200b0230\u200b03390⟩
⟨85\u00ad02\u00ad3003390⟩
⟨８５０２３００３３９０⟩
⟨８５．０２．３０－０３３．９０⟩
⟨٨٥٠٢٣٠٠٣٣٩٠⟩
الرقم الوطني ⟨٨٥.٠٢.٣٠-٠٣٣.٩٠⟩
⟨۸۵۰۲۳۰۰۳۳۹۰⟩
⟨८५०२३००३३९०⟩
⟨𝟖𝟓𝟎𝟐𝟑𝟎𝟎𝟑𝟑𝟗𝟎⟩
⟨8️⃣5️⃣0️⃣2️⃣3️⃣0️⃣0️⃣3️⃣3️⃣9️⃣0️⃣⟩
⟨85–02–30—033‑90⟩
⟨85·02·30·033·90⟩
⟨85_02_30_033_90⟩
⟨85.02.30⏎033.90⟩
⟨85\t02\t30\t033\t90⟩
12 ⟨85.02.30-033.90⟩ 2026
kimlik numarası ⟨85023003390⟩
національний номер ⟨850230 033 90⟩
niss ⟨850230⟩ puis rien
NN : ⟨85.02.30-033⟩ incomplet
rijksregister nr. ⟨8502300339⟩
IDBEL, ligne 2: ⟨85023003390⟩

# card-number
carte ⟨591-1234567-53⟩
⟨591123456753⟩
⟨591 1234567 53⟩ recopié
kaartnummer ⟨591-1234567-53⟩
⟨5911 2345 6753⟩
⟨591.1234567.53⟩
⟨000-0000001-01⟩
⟨592-1000000-11⟩
⟨5 9 1 1 2 3 4 5 6 7 5 3⟩
⟨٥٩١-١٢٣٤٥٦٧-٥٣⟩
⟨591\u200b1234567\u200b53⟩
carte de séjour ⟨B 1234567 89⟩
⟨b123456789⟩
Aufenthaltskarte ⟨B-1234567-89⟩
communication +++⟨591/1234/56753⟩+++
numéro de carte: ⟨591 1234567⟩
n° de carte ⟨59112345⟩ coupé
kaart nr ⟨591-1234567-54⟩ fout overgeschreven
card number is ⟨591-1234567-55⟩
رقم البطاقة ⟨591123456754⟩
kart numarası ⟨591123456754⟩

# bank-card
⟨4111 1111 1111 1111⟩
⟨4111111111111111⟩
⟨4111-1111-1111-1111⟩
⟨4111.1111.1111.1111⟩
Bancontact ⟨6703 4444 4444 4449⟩
⟨5500 0000 0000 0004⟩ au guichet
⟨3782 822463 10005⟩
⟨3056 930902 5904⟩
⟨6011000990139424⟩
⟨4222222222222⟩
⟨4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1⟩
carte ⟨4111 1111 1111 1111⟩ exp 12/27
⟨4111\u00a01111\u00a01111\u00a01111⟩
⟨4111\u200b1111\u200b11111111⟩
⟨４１１１１１１１１１１１１１１１⟩
⟨٤١١١ ١١١١ ١١١١ ١١١١⟩
2 ⟨4111 1111 1111 1111⟩
⟨411111 1111111111⟩
⟨41 11 11 11 11 11 11 11⟩

# iban
⟨BE68 5390 0754 7034⟩
⟨BE68539007547034⟩
⟨be68 5390 0754 7034⟩
⟨be68539007547034⟩ en minuscules
compte ⟨BE 68 539 0075470 34⟩
⟨B E 6 8 5 3 9 0 0 7 5 4 7 0 3 4⟩
⟨BE68-5390-0754-7034⟩
⟨BE68.5390.0754.7034⟩
⟨BE68\u00a05390\u00a00754\u00a07034⟩
⟨BE68\u200b53900754\u00ad7034⟩
⟨ＢＥ６８５３９００７５４７０３４⟩
⟨NL91 ABNA 0417 1643 00⟩
⟨nl91abna0417164300⟩
⟨DE89 3704 0044 0532 0130 00⟩
⟨FR14 2004 1010 0505 0001 3M02 606⟩
⟨fr1420041010050500013m02606⟩
⟨LU28 0019 4006 4475 0000⟩
⟨GB29 NWBK 6016 1331 9268 19⟩
⟨IT60 X054 2811 1010 0000 0123 456⟩
⟨ES91 2100 0418 4502 0005 1332⟩
⟨TR33 0006 1005 1978 6457 8413 26⟩
⟨UA21 3223 1300 0002 6007 2335 6600 1⟩
⟨PL61 1090 1014 0000 0712 1981 2874⟩
⟨RO49 AAAA 1B31 0075 9384 0000⟩
⟨BG80 BNBG 9661 1020 3456 78⟩
⟨PT50 0002 0123 1234 5678 9015 4⟩
⟨CH93 0076 2011 6238 5295 7⟩
⟨AT61 1904 3002 3457 3201⟩
⟨NO93 8601 1117 947⟩
⟨MT84 MALT 0110 0001 2345 MTLC AST0 01S⟩
⟨SA03 8000 0000 6080 1016 7519⟩
rekening:⟨BE68 5390 0754 7034⟩, gestort
IBAN ⟨BE68 5390 0754 7035⟩ mal recopié
numéro de compte ⟨card-number|539-0075470-34⟩
rekeningnummer ⟨68 5390 0754 70⟩
Kontonummer: ⟨0532013000⟩
hesap numarası ⟨0006100519⟩
`;

export const codeCases = `
# code
PIN ⟨1234⟩
pin:⟨1234⟩
code PIN : ⟨1234⟩
son code pin est ⟨1234⟩
le PIN (4 chiffres) de la carte: ⟨1234⟩
PIN ⟨1 2 3 4⟩
PIN ⟨12 34⟩
PIN=⟨1984⟩
pincode ⟨4821⟩
de pincode is ⟨4821⟩
pincode van de kaart: ⟨4821⟩
PIN-Code ⟨4821⟩
die Geheimzahl lautet ⟨4821⟩
PIN code ⟨123456⟩
⟨1234⟩ est le code PIN
⟨4821⟩ (PIN)
⟨4821⟩ is de pincode
⟨4821⟩ = PIN
PUK ⟨123456⟩
code puk ⟨12345678⟩
PUK1 ⟨654321⟩ van de envelop
PUK-Code: ⟨12345678⟩
TAN ⟨482913⟩
OTP ⟨482913⟩
code sms ⟨482913⟩
code reçu par sms: ⟨482913⟩
sms-code ⟨48 29 13⟩
SMS code is ⟨482913⟩
code itsme ⟨54321⟩
itsme-code: ⟨54321⟩
itsme ⟨54321⟩
code CSAM ⟨7731⟩
CSAM: ⟨773120⟩
code d’activation ⟨AB3D-9KF2⟩
code itsme: ⟨X7K9P⟩
activatiecode ⟨AB3D-9KF2-11XX⟩
Aktivierungscode: ⟨K7M2Q9⟩
verification code ⟨X7K9P2⟩
le code ⟨482913⟩
code ⟨4829⟩
le code est ⟨4829⟩
kod ⟨4829⟩
CVC ⟨123⟩
cvv : ⟨123⟩
cryptogramme ⟨987⟩
رقم سري ⟨1234⟩
الرقم السري هو ⟨١٢٣٤⟩
رمز التحقق ⟨482913⟩
şifresi ⟨4829⟩
şifre: ⟨4829⟩
PIN kodu ⟨4829⟩
onay kodu ⟨482913⟩
пін-код ⟨4829⟩
ПІН: ⟨4829⟩
код підтвердження ⟨482913⟩
код ⟨4829⟩
PIN ⟨１２３４⟩
P\u200bIN ⟨12\u200b34⟩
mot de passe : ⟨Soleil2024⟩
mdp=⟨chat*12⟩
mot de passe: « ⟨tournesol⟩ »
wachtwoord is ⟨Zomer2024⟩
Passwort: ⟨geheim99⟩
password = ⟨hunter2⟩
пароль: ⟨qwerty1⟩
كلمة السر: ⟨abc123⟩
geheime code ⟨4821⟩
secret code ⟨4821⟩
code secret ⟨4821⟩
code de vérification: ⟨482 913⟩
passcode ⟨482913⟩

# nothing
Code PIN oublié, rendez-vous à la commune.
PIN bloqué après 3 essais
3 essais pour le PIN
Nouveau PIN demandé en 2026
PIN demandé le 12/03/2026
PUK oublié, 2 semaines d’attente
code postal 1000
postcode 1030 Schaerbeek
code INS 21004
Code de la route 2024
article 92 du Code civil
Pincode vergeten, nieuwe aangevraagd in 2026
pincode 3 keer fout
PIN-Code vergessen, 2 Versuche übrig
Der PIN-Code hat 4 Ziffern
The PIN has 4 digits, none was said aloud.
Forgot the PIN, new letter in 2026
itsme installé, 45 minutes
itsme 2026
code de reçu 7K3M-Q2XF
CSAM : mandat expliqué, page 3
Mot de passe oublié, lien envoyé.
mot de passe : changé
Wachtwoord vergeten
Passwort vergessen
mot de passe est à choisir soi-même
sms reçu, code tapé par la personne
PIN: tapé par la personne elle-même
En 2026 PIN et PUK changés
code barres illisible, 2 copies
code vestimentaire
TAN-Liste abgelaufen
le code PIN a 4 chiffres
2 PIN demandés
PIN, 15 minutes
رقم سري منسي
пін-код забуто
şifre unutuldu
PIN reçu de la commune de Namur 5000
QR-code gescand
carte eID 1.8, PIN OK
12/03/2026 PIN oublié
12.03.2026: PIN geändert
`;
