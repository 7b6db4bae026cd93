"""What the columns of lists and worksheets are called, in the languages of Moodle's packs.

The names are those of the platforms' public descriptions and of Moodle's public language packs:
Moodle's participants, grades and grading worksheet; Canvas's grade book (Student, ID, SIS User ID,
SIS Login ID, Section); Brightspace's (OrgDefinedId, Username); GitHub Classroom's roster. What a
pack has not translated stands in English in it.
"""

import re
from collections.abc import Mapping

from autograder.collecting.people import squeezed

# field -> the names of its column in a list of students; the first in English, then others
FIELDS: Mapping[str, tuple[str, ...]] = {
    "full": (
        "name", "full name", "student", "student name", "user full name", "полное имя",
        "полное имя пользователя", "имя / фамилия", "фио", "фамилия имя", "фамилия имя отчество",
        "студент", "толық аты", "аты-жөні", "студенттің аты-жөні", "vollständiger name",
        "name / nachname", "nom complet", "nombre completo", "nome completo", "volledige naam",
        "pełna nazwa", "imię i nazwisko", "повна назва", "повне ім'я", "повне ім'я користувача",
        "піб", "tam adı", "kullanıcının tam adı", "ad soyad", "adı soyadı", "フルネーム", "氏名",
        "이름", "성명", "전체 이름", "全名", "姓名", "पूरा नाम", "celý název", "celé jméno",
        "celé meno", "fullständigt namn", "fulde navn", "fullt navn", "koko nimi", "πλήρες όνομα",
        "teljes név", "nume complet", "الاسم كاملا", "الاسم الكامل", "שם מלא", "tên đầy đủ",
        "họ và tên", "nama lengkap",
    ),
    "first": (
        "first name", "given name", "forename", "имя", "имя, отчество", "аты", "vorname",
        "prénom", "nombre", "nome", "voornaam", "imię", "ім'я", "adı", "ad", "이름(first)", "名",
        "名字", "प्रथम नाम", "křestní jméno", "jméno", "krstné meno", "förnamn", "fornavn",
        "etunimi", "μικρό/βαπτιστικό όνομα", "όνομα", "keresztnév", "prenume", "الاسم الأول",
        "שם פרטי", "tên đệm và tên", "nama depan",
    ),
    "last": (
        "last name", "surname", "family name", "фамилия", "тегі", "nachname", "nom",
        "nom de famille", "apellido(s)", "apelido", "sobrenome", "cognome", "achternaam",
        "nazwisko", "прізвище", "soyadı", "soyad", "姓", "姓氏", "성", "उपनाम", "सरनेम", "příjmení",
        "priezvisko", "efternamn", "efternavn", "etternavn", "sukunimi", "επίθετο", "επώνυμο",
        "vezetéknév", "nume de familie", "اسم العائلة", "الاسم الأخير", "שם משפחה", "họ",
        "nama akhir",
    ),
    "email": (
        "email", "email address", "mail", "адрес электронной почты", "электронная почта",
        "эл. почта", "почта", "электрондық пошта", "электрондық пошта мекенжайы", "эл. пошта",
        "пошта", "e-mail-adresse", "adresse de courriel", "courriel", "adresse e-mail",
        "correo electrónico", "dirección de correo", "correo", "endereço de email", "e-mailadres",
        "indirizzo email", "adres e-mail", "електронна пошта", "e-posta", "e-posta adresi",
        "이메일", "이메일 주소", "ईमेल", "ई-मेल पता", "メールアドレス", "电子邮件", "电子邮件地址",
        "電子郵件", "e-mailová adresa", "e-postadress", "e-postadresse", "sähköpostiosoite",
        "sähköposti", "διεύθυνση ηλε.ταχυδρομείου", "e-mail cím", "adresa de e-mail",
        "البريد الإلكتروني", "عنوان البريد الإلكتروني", "כתובת דואר אלקטרוני", "thư điện tử",
        "alamat surel", "alamat email",
    ),
    "login": (
        "username", "login", "login id", "sis login id", "github_username", "логин",
        "имя пользователя", "пайдаланушы аты", "anmeldename", "benutzername", "nom d'utilisateur",
        "nombre de usuario", "nome de utilizador", "identificação de usuário", "gebruikersnaam",
        "nazwa użytkownika", "ім'я входу", "kullanıcı adı", "사용자 아이디", "아이디", "ユーザ名",
        "用户名", "帳號", "यूज़रनेम", "उपयोगकर्ता नाम", "uživatelské jméno", "používateľské meno",
        "användarnamn", "brugernavn", "brukernavn", "käyttäjätunnus", "όνομα χρήστη",
        "felhasználónév", "nume de utilizator", "اسم المستخدم", "שם משתמש", "kí danh",
        "nama pengguna",
    ),
    "sis_id": (
        "sis_id", "sis user id", "id number", "student id", "student number", "student no",
        "orgdefinedid", "matriculation number", "индивидуальный номер", "номер студента",
        "номер студенческого билета", "жекеше нөмір", "id-nummer", "matrikelnummer",
        "numéro d'identification", "numéro d'étudiant", "número de id",
        "número de identificación", "número de identificação", "número de identificação (id)",
        "codice identificativo", "matricola", "nummer (id)", "numer id", "numer indeksu",
        "індивідуальний номер", "id numarası", "öğrenci no", "öğrenci numarası", "학번",
        "id 번호", "idナンバ", "学号", "學號", "識別號碼", "id संख्या", "अनुक्रमांक", "रोल नंबर",
        "azonosítószám", "număr id", "رقم المعرف", "מספר זיהוי", "mã số id", "nomor id",
    ),
    "section": (
        "section", "group", "groups", "group_name", "class", "группа", "группы", "топ", "топтар",
        "gruppe", "gruppen", "groupe", "groupes", "grupo", "grupos", "gruppo", "gruppi", "groep",
        "groepen", "grupa", "grupy", "група", "групи", "grup", "gruplar", "şube", "분반", "그룹",
        "모둠", "グループ", "小组", "群組", "समूह", "skupina", "skupiny", "grupp", "grupper",
        "ryhmä", "ryhmät", "ομάδα", "ομάδες", "csoport", "csoportok", "grupuri", "مجموعة",
        "المجموعات", "קבוצה", "קבוצות", "nhóm",
    ),
    "moodle_id": ("moodle_id",),
    "canvas_id": ("canvas_id",),
    "id": ("id",),
}  # fmt: skip

IDENTIFIER, STATUS, GRADE, MAXIMUM = "identifier", "status", "grade", "maximum"
HANDED_IN, GRADED, COMMENTS, CAN_CHANGE = "handed_in", "graded", "comments", "can_change"
# meaning -> the names of its column in Moodle's grading worksheet
WORKSHEET: Mapping[str, tuple[str, ...]] = {
    IDENTIFIER: (
        "identifier", "id", "identifiant", "identificador", "identificativo", "identificatie",
        "identyfikator", "идентификатор", "ідентифікатор", "tanımlayıcı", "식별자", "标识符",
        "識別碼", "identifierare", "αναγνωριστικό", "identificator", "المعرف", "מזהה",
        "tanda pengenal", "identifikatzailea", "identifikatorius",
    ),
    STATUS: (
        "status", "statut", "estado", "stato", "статус", "мәртебе", "durum", "상태", "ステータス",
        "状态", "狀態", "estat", "egoera", "κατάσταση", "الحالة", "trạng thái", "būsena",
    ),
    GRADE: (
        "grade", "bewertung", "note", "nota", "calificación", "avaliação", "valutazione",
        "cijfer", "ocena", "оценка", "оцінка", "баға", "not", "成绩", "成績", "評点", "성적",
        "ग्रेड", "známka", "betyg", "karakter", "arviointi", "βαθμός", "pont", "notă", "الدرجة",
        "ציון", "điểm", "nilai", "qualificació", "cualificación", "kalifikazioa", "įvertinimas",
    ),
    MAXIMUM: (
        "maximum grade", "max grade", "bestwertung", "beste bewertung", "note maximale",
        "calificación máxima", "nota máxima", "valutazione massima", "maximaal cijfer",
        "максимальная оценка", "максимальна оцінка", "enyüksek not", "最大評点", "최대 성적",
        "最高分", "最高成績", "maxbetyg", "μέγιστος βαθμός", "notă maximă", "أعلى تقدير",
        "ציון מירבי", "nilai maksimum", "qualificació màxima", "cualificación máxima",
        "gehieneko kalifikazioa", "didžiausias įvertinimas",
    ),
    CAN_CHANGE: (
        "grade can be changed", "bewertung kann geändert werden", "la note peut être modifiée",
        "la calificación puede ser cambiada", "a nota pode ser alterada.",
        "nota pode ser alterada", "la valutazione può essere cambiata",
        "het cijfer kan gewijzigd worden", "оценка может быть изменена",
        "оцінка може бути змінена", "not değiştirilebilir", "評点変更可", "允许更改成绩",
        "分數可以被更改", "betyg kan ändras", "ο βαθμός μπορεί να αλλάξει",
        "nota poate fi schimbată", "يمكن تغيير الدرجة", "הציון ניתן לשינוי", "nilai bisa diubah",
        "es pot canviar la qualificació", "įvertinimas gali būti pakeistas",
    ),
    HANDED_IN: (
        "last modified (submission)", "zuletzt geändert (abgabe)",
        "dernière modification (travail remis)", "última modificación (entrega)",
        "última atualização (submissão)", "última modificação (envio)",
        "ultima modifica (consegna)", "laatst gewijzigd (inzending)",
        "ostatnia modyfikacja (zadanie)", "последнее изменение (ответ)",
        "востаннє змінювалося (здача)", "son düzenleme (gönderim)", "最終更新日時 (提出)",
        "마지막 수정됨(제출)", "上次修改(作业)", "最後修改的(作業)", "poslední změna (odevzdání)",
        "poslední změna (odevzdaný úkol)", "senast modifierat (inlämning)",
        "τελευταία τροποποιημένη (υποβολή)", "ultima modificare (a răspunsului)",
        "آخر تعديل (التسليم)", "עדכון אחרון (הגשה)", "terakhir diubah (ajuan)",
        "darrera modificació (tramesa)", "azken aldaketa (bidalketa)",
        "paskutinį kartą keista (pateikimas)",
    ),
    GRADED: (
        "last modified (grade)", "zuletzt geändert (bewertung)", "dernière modification (note)",
        "última modificación (calificación)", "última atualização (avaliação)",
        "última modificação (nota)", "ultima modifica (valutazione)",
        "laatst gewijzigd (beoordeling)", "ostatnia modyfikacja (ocena)",
        "последнее изменение (оценка)", "востаннє змінювалося (оцінка)", "son düzenleme (not)",
        "最終更新日時 (評定)", "마지막 수정됨(성적)", "上次修改(评分)", "最後修改的(得分)",
        "poslední změna (hodnocení)", "senast modifierat (betyg)",
        "τελευταία τροποποίηση (βαθμολόγηση)", "ultima modificare (nota)", "آخر تعديل (التقدير)",
        "עדכון אחרון (ציון)", "terakhir diubah (nilai)", "darrera modificació (qualificació)",
        "última modificación (cualificación)", "azken aldaketa (kalifikazioa)",
    ),
    COMMENTS: (
        "feedback comments", "feedback", "feedback als kommentar", "feedback par commentaires",
        "comentarios de retroalimentación", "comentários de feedback", "commenti",
        "feedback tekstvak", "отзыв в виде комментария", "відгук - коментарем",
        "geri bildirim yorumları", "フィードバックコメント", "피드백 코멘트", "反馈意见",
        "評語回饋", "återkopplingskommentarer", "σχόλια ανατροφοδότησης",
        "comentarii de feedback", "تعليقات الإفادة", "komentar umpan balik.",
        "comentaris de retroacció.", "comentarios", "feedback-iruzkinak",
        "grįžtamojo ryšio komentarai",
    ),
}  # fmt: skip


def plain(heading: str) -> str:
    """Return a heading as it is compared: letters and digits alone, without Arabic's vowel signs.

    >>> plain("Last modified (submission)"), plain("FULL_NAME"), plain("E-Mail")
    ('lastmodifiedsubmission', 'fullname', 'email')
    """
    without_tags = re.sub(r"<[^<>]*>", " ", heading)
    return squeezed(re.sub("[\u064b-\u0652]", "", without_tags))


FIELD_OF = {plain(name): field for field, names in FIELDS.items() for name in names}
MEANING_OF = {plain(name): meaning for meaning, names in WORKSHEET.items() for name in names}
