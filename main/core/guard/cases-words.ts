/** As `cases-numbers.ts`: what has no check, but words around it or a shape of its own. */
export const contactCases = `
# email
⟨jan@example.be⟩
écrit à ⟨jan.peeters@example.be⟩ hier
⟨Jan.Peeters+epn@Mail.Example.BE⟩.
mail: ⟨fatima_81@gmail.com⟩
⟨jan@gmail⟩ sans la fin
⟨jan @ gmail . com⟩
⟨jan @gmail.com⟩
⟨jan@ gmail.com⟩
⟨jan [at] example.be⟩
⟨jan (at) example (dot) be⟩
⟨jan(at)example.be⟩
⟨jan at gmail point com⟩
⟨jan arobase gmail point com⟩
⟨jan arobase skynet.be⟩
⟨jan apenstaartje telenet punt be⟩
⟨jan at telenet punt be⟩
⟨jan at gmail dot com⟩
⟨jan at gmail.com⟩
⟨jan bei gmx punkt de⟩
⟨jan klammeraffe web punkt de⟩
⟨jan kuyruklu a hotmail nokta com⟩
⟨ivan собака gmail крапка com⟩
⟨user آت gmail نقطة com⟩
⟨jan＠example．be⟩
⟨jan\u200b@exam\u00adple.be⟩
⟨rené.müller@exämple.de⟩
adresse ⟨info@example.org⟩ à recopier
(⟨a@b.be⟩)

# phone
⟨0470 12 34 56⟩
⟨0470123456⟩
⟨0470/12.34.56⟩
⟨0470/123456⟩
⟨0470-12-34-56⟩
⟨0470.12.34.56⟩
⟨04 70 12 34 56⟩
gsm ⟨0470 123 456⟩
⟨02 123 45 67⟩
⟨02/123.45.67⟩
⟨021234567⟩
⟨010 12 34 56⟩
⟨071/12.34.56⟩
⟨087 12 34 56⟩
⟨04 123 45 67⟩ à Liège
⟨+32 470 12 34 56⟩
⟨+32470123456⟩
⟨+32 (0)470 12 34 56⟩
⟨+32 2 123 45 67⟩
⟨0032 470 12 34 56⟩
⟨0032470123456⟩
⟨32 470 12 34 56⟩
⟨+33 6 12 34 56 78⟩
⟨06 12 34 56 78⟩
⟨06.12.34.56.78⟩
⟨06-12345678⟩
⟨+31 6 12345678⟩
⟨0241 1234567⟩
⟨+49 151 12345678⟩
⟨0151/12345678⟩
⟨+352 621 123 456⟩
⟨621 123 456⟩
⟨+44 7700 900123⟩
⟨+90 532 123 45 67⟩
⟨0532 123 45 67⟩
⟨+380 67 123 45 67⟩
⟨+212 6 12 34 56 78⟩
tel. ⟨470 12 34 56⟩
te bereiken op ⟨470123456⟩
Handy: ⟨1511234567⟩
هاتف ⟨٠٤٧٠١٢٣٤٥٦⟩
هاتف: ⟨٤٧٠١٢٣٤٥٦⟩
телефон ⟨067 123 45 67⟩
telefonu ⟨0470 12 34 56⟩
⟨０４７０１２３４５６⟩
⟨0470\u00a012\u00a034\u00a056⟩
⟨0470\u200b12\u200b34\u200b56⟩
⟨0 4 7 0 1 2 3 4 5 6⟩
rappeler ⟨0470 12 34 56⟩ demain à 14h30
⟨0470 12 34 56⟩, ⟨02 123 45 67⟩
⟨0471 938 850⟩

# nothing
appelé le 1700
ligne 1765 occupée, 3 essais
0800 12 345 gratuit
0800/12.345
078 15 15 15
070 22 22 22
112 ou 101
ouvert 8:30-12:00, 13:00-16:30
ouvert de 8h30 à 12h et de 13h à 16h30
09.00-12.00 / 13.00-16.00
08.30 - 12.00
open 9.00 - 16.30 u
lu-ve 9-12 et 13-16
le 12/03/2026 à 14:30
12/03/2026 9:30
12/03/2026 09.30
12.03.2026 14.30-15.30
02/03/2026 10 personnes
de 2023 à 2026
2023 2024 2025 2026
01/2025 - 12/2026
05/2025-06/2026
120 000 €
1.250.000,00 euros
1 250,00 + 350,00 + 1 250,50
0,50 € la page, 12 pages
loi du 8 août 1983
loi du 19/07/1991, art. 6 § 4
wet van 8 augustus 1983
Gesetz vom 8. August 1983
law of 8 August 1983
AR du 03/04/1984
KB van 3 april 1984 en van 8/2/1991
2024/001474
numac 2024001474
règlement (UE) 2016/679
BCE 0404.616.494
KBO 0404.616.494
BTW BE 0471.938.850
BE0471938850
TVA BE 0471 938 850
n° d’entreprise 0206731249
0206.731.249
reçu 7K3M-Q2XF
4000, 4020, 4030
1000 Bruxelles, 1030 Schaerbeek
E1 2026-11-28
Windows 11, Firefox 128.0.1
192.168.10.20
1 2 3 4 5
dossier rendu le 2/2/2026
taux 0,0175
15-20 minutes
look at my.belgium.be
at mypension.be
bei mypension.be
cours @ 14h
vu sur @work
www.irisbox.irisnet.be
1/2, 2/2
25 000 habitants
+25 personnes
Covid-19
100 % en ligne
A4, recto verso, 12 pages
12 PC, 10 souris, 3 écrans
28/11 puis 05/12
28/11/2026 05/12/2026
28.11.2026 - 05.12.2026
`;

export const personCases = `
# birth-date
né le ⟨3/4/1951⟩
née le ⟨03/04/1951⟩
née en ⟨1951⟩
Né à Liège le ⟨3 avril 1951⟩
né ⟨03-04-51⟩
date de naissance: ⟨03.04.1951⟩
ddn ⟨03041951⟩
ddn ⟨03 04 1951⟩
ne le ⟨3/4/1951⟩
né(e) le ⟨3/4/2020⟩
⟨3/4/1951⟩ (date de naissance)
°⟨1951⟩
° ⟨3/4/1951⟩
º⟨1951⟩
*⟨1951⟩
geboren op ⟨3 april 1951⟩
geboren te Gent op ⟨3/4/1951⟩
geboortedatum ⟨3-4-1951⟩
geb. ⟨03/04/51⟩
geboren in ⟨1951⟩
geboren am ⟨3. April 1951⟩
Geburtsdatum: ⟨03.04.1951⟩
geb. ⟨1951⟩
born on ⟨3 April 1951⟩
born in Ghent on ⟨April 3, 1951⟩
born ⟨1951⟩
date of birth ⟨1951-04-03⟩
DOB: ⟨3/4/51⟩
تاريخ الميلاد ⟨٣/٤/١٩٥١⟩
ولد في ⟨3 أبريل 1951⟩
مواليد ⟨١٩٥١⟩
doğum tarihi ⟨03.04.1951⟩
⟨1951⟩ doğumlu
doğum yılı ⟨1951⟩
дата народження ⟨03.04.1951⟩
народилася ⟨3 квітня 1951⟩
⟨1951⟩ р.н.
dame, ⟨3/4/1951⟩
⟨03.04.51⟩ au dossier
⟨1951-04-03⟩
le ⟨3 avril 1951⟩
⟨3 April 1951⟩
⟨51.04.03⟩
fils né le ⟨12/05/2024⟩
né le ⟨０３/０４/１９５１⟩
né le ⟨3/4/19\u200b51⟩
anniversaire ⟨3/4/1951⟩

# name
Madame ⟨Dupont⟩
Monsieur ⟨Martin⟩ revient
Mme ⟨Diallo⟩ a oublié son code
Mme. ⟨Diallo⟩
M. ⟨Dubois⟩ et Mme ⟨Maes⟩
M ⟨Dubois⟩
Mr ⟨Janssens⟩
Mlle ⟨El Amrani⟩
Madame ⟨van den Berg⟩ komt morgen
Mevrouw ⟨Peeters⟩
mevr. ⟨Van Damme⟩
Mw. ⟨de Smet⟩
Dhr. ⟨Claes⟩
dhr ⟨Claes⟩ belde
Meneer ⟨Ben Ali⟩
de heer ⟨Wouters⟩
Herr ⟨Müller⟩
Herrn ⟨Schmitz⟩ geholfen
Frau ⟨Özdemir⟩ kommt wieder
Frau ⟨von Stein⟩
Herr und Frau ⟨Müller⟩
Mrs ⟨Smith⟩
Mr. ⟨O’Brien⟩
Ms ⟨Nguyen⟩
Miss ⟨Jones⟩
Dr. ⟨House⟩
Docteur ⟨Lambert⟩
Maître ⟨Renard⟩
Madame ⟨Marie-Claire d'Oultremont⟩
Monsieur J. ⟨Dupont⟩
MADAME ⟨DUPONT⟩
Mme ⟨DUPONT⟩
Madame ⟨de la Tour⟩
Monsieur ⟨Le Pen⟩
mme ⟨dupont⟩ est venue
dhr ⟨peeters⟩ gebeld
madame ⟨diallo⟩ revient
السيد ⟨أحمد⟩ جاء
السيدة ⟨فاطمة⟩
⟨Ayşe⟩ Hanım geldi
⟨Mehmet⟩ Bey
Bay ⟨Yılmaz⟩
Bayan ⟨Kaya⟩
пан ⟨Шевченко⟩
пані ⟨Оксана⟩ прийшла
nom: ⟨Dupont⟩
naam: ⟨Peeters⟩
Name: ⟨Schmitz⟩
Mad\u00adame ⟨Du\u200bpont⟩
Ｍａｄａｍｅ ⟨Ｄｕｐｏｎｔ⟩
Madame\u00a0⟨Dupont⟩
Madame ⟨Dupont⟩ ⟨phone|0470 12 34 56⟩ ⟨email|a@example.be⟩

# nothing
Madame ne parle pas français
Madame la directrice
Madame la Directrice
Monsieur le bourgmestre
Monsieur le Bourgmestre est passé
Madame de la commune
Mme du CPAS
Mevrouw van het OCMW
Mevrouw van Molenbeek
Madame. Elle revient demain
Madame, Monsieur,
Madame veut une composition de ménage
M. a besoin d’aide
M. ne lit pas
Monsieur a perdu sa carte
Mr did not bring the card
mevrouw spreekt geen Nederlands
Meneer wil zijn pensioen bekijken
De heer van de gemeente
Die Frau hat keine Karte
Frau mit Kind
eine Frau Mitte 60
Frau Bürgermeisterin
Herr Doktor
Herr, 70 Jahre
MS Word geopend
MS Teams
Ms Word
السيدة لا تتكلم الفرنسية
السيدة المديرة
السيد الذي جاء أمس
пані не говорить французькою
bayan geldi
nom de fichier illisible
Nee, in 2026 opnieuw
nee, 2025 was beter
acte de naissance demandé en 2026
acte de naissance demandé le 12/03/2026
prime de naissance 2026
geboorteakte 2026
Geburtsurkunde 2026
birth certificate 2026
pour les personnes nées avant le 01/01/1960
geboren voor 1960
n° 1951
n°1951
20° 1951
le 12 mars 2026
28 november 2026
depuis le 01/01/2009
loi du 8/8/1983
wet van 19 juli 1991
arrêté royal du 3/4/1984 et du 8/2/1991
version 10.12.45.1
pension à 65 ans
dame de 82 ans
une dame âgée avec sa fille
taille M
Plan M
jour J
M/F/X
le monsieur revient lundi
mardi 12 janvier, 14 heures
Mai 2026
In 1998 gebouwd lokaal
`;
