/**
 * Words that follow "for", "is" or "check" in talk about accounts and are nobody's login. Short on purpose: it only
 * decides where a text names no person in a clearer way.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `a about above abroad accepted access account accounts acct active adfs admin administrators affected after again airwatch all
allow allowed already also always am an and android another any anybody anyone anything anywhere api app application
apps apple are around as ask asked asking asset assigned assignment at attempt attempts audit auth authentication
available away back bad because been before behind being below besides better between bit blank blocked boss both broken browser but
by bye call called caller can cannot cant catalog catalogue cert certificate change changed check checked chrome
client close cloud code colleague colleagues come comes coming company compliance compliant compromised computer
conditional config configuration configured connected connector console contractor correct could current currently customer
daily data date days deactivated default deleted deprovisioned desk desktop device devices did different directory
disabled do does doing domain done down due duo during each earlier edge either email else employee enabled enrolled
enrollment enrolment error errors ethernet even event events ever every everybody everyone everything everywhere exactly expire expired
expires expiring external fail failed failing fails failure false federation few fine firefox first fix fixed fleet for found free
friday from full gateway get gets getting give given go goes going gone good google got group groups guest had
happened happening hardware has have having he helpdesk hello help her here hers hey hi him his history home how hub i id idp
if image in inactive info inside install installed instead integration intelligent internal into intune invalid ios ipad ipads iphone iphones
is issue issued issuer it its itself jit join just kerberos key kiosk know known laptop laptops last late later latest ldap least left less like link list live local
locked lockout log logged logging login logins logon logs long look looking lookup lost lunch mac macbook machine mail
main make managed manager mandatory many may maybe me mean meant mfa microsoft might mine missing mobile moment monday month more
morning most much must my name named names need needed neither network never new next no nobody none noncompliant nor normal not
nothing now number of off office often ok okay okta okta's old omnissa on once one ones only online open or org other others our
ours out over owned owner own page part partner password people permanent permission person phone phones please pls plz policy portal possible
present primary prod production profile profiles properly provisioned provisioning push question quite reached ready real really reason
recent registered reported request reset right role route routing rule rules running safari said saml same sandbox saturday say says
scim scope screen second secret secure secured see seen sent serial server service session set setting settings setup several
she should show shown shut sign signed signing since single site slack so some somebody someone something soon sso staged
staff standard start started state status still stuck such sunday supervised support supposed sure suspended switched sync synced
system systems tablet tablets team tell tenant test testing than thanks that that's the their them then there these they thing things
think this those though through thursday ticket till time times to today together token tokens tomorrow tonight too true trust try
tuesday turned twice two type uem unable unblocked under unenrolled unknown unlocked unmanaged until up update upn url us usable used user
username users using usr valid vdi very via vidm view vmware vpn waiting want was watch way we web wednesday week weekend well
were what what's whats when where whether which while who whole whom whose why wifi will windows with within without work workforce working
workplace works workspace would wrong ws1 year yes yesterday yet you your yours
bot contractors expect gesperrt gets happening helping issuing maintenance outage production signin sign-in sign-on single-sign-on
staging students vendors visitors agent captured compare corporate dev devcies devises end err exact facing failures files
hardware kindly leaver lits logins note noted policies produced recorded refusal refused rejected rejection reason row rows
serials usre visible word words ask exists denied compliance enrolled locked refuse
help helped joiner leavers newest oldest outage asks calls claims reports thinks tried tries waits wants whether problem problems purpose review statistics tests unlock`.split(
    /\s+/,
  ),
);
