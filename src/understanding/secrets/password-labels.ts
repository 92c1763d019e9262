/** Labels of passwords, in the languages of the field's helpdesks. English ones also within a name: DB_PASSWORD. */
export const passwordLabel = [
  'pass ?phrase|passwd|pa(?:ss|\\$\\$)word|(?<![a-z])(?:pwd|pw)',
  String.raw`(?<!\p{L})(?:(?:initial|start|einmal|bind)?(?:passwort|kennwort)|mot de passe|mdp|contraseña|clave|senha|palavra-passe|wachtwoord)`,
  // With the article, or "my", "her", behind it.
  String.raw`(?<!\p{L})(?:lösenord(?:et)?|passord(?:et)?|adgangskoden?|salasana(?:ni|si|nsa)?|şifre(?:m|n|si|niz)?|parola(?:m|n|sı|nız)?)`,
  String.raw`(?<!\p{L})(?:hasło|heslo|jelszó|parool|geslo|lozinka|kodeord(?:et)?|contrasenya|kata sandi|mật khẩu|пароль|ה?סיסמה|كلمة المرور|كلمة السر)`,
  '密码|密碼|パスワード|비밀번호|รหัสผ่าน|पासवर्ड',
].join('|');

/** Words that are in every one of the labels. */
export const passwordHints = [
  ...[
    'pass',
    'pa$$',
    'pwd',
    'pw',
    'kennwort',
    'mdp',
    'contraseña',
    'clave',
    'senha',
    'palavra',
    'wachtwoord',
    'lösenord',
  ],
  ...['adgangskode', 'salasana', 'hasło', 'heslo', 'jelszó', 'parola', 'şifre', 'пароль', 'סיסמה', 'كلمة'],
  ...['parool', 'geslo', 'lozinka', 'kodeord', 'contrasenya', 'sandi', 'khẩu', 'รหัสผ่าน', 'पासवर्ड'],
  ...['密码', '密碼', 'パスワード', '비밀번호'],
];

/** The places where a label begins. To look for the labels once, and not with each pattern, is most of the speed. */
export const atPasswordLabel = new RegExp(`(?=${passwordLabel})`, 'giu');
