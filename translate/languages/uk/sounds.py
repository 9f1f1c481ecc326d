"""Which letters of a foreign name sound like which Ukrainian ones: rules for `transcription`."""

from __future__ import annotations

# A rule is a pattern, a space and letters (∅ for none); three spaces part the rules. They are tried in their
# order at each letter. ^ and $ are the ends of the word, V stands for a vowel and C for a consonant, (?<=…)
# and (?=…) look around.
ENGLISH = """
    ^mc(?=[^aeiouy]) мак   ^mc мак   ^o['’] о’   ^william вільям   hampton$ гемптон   t(?=ham) т
    (?<=n)g(?=ham$) ∅   bridge$ бридж   stle$ сл   air ер   (?<=ll)ace$ ес   borough$ боро   burgh$ бург
    bury$ бері   (?<=..)shire$ шир   (?<=..)leigh$ лі   (?<=C)le[iy]$ лі   (?<=V)ley$ лі   (?<=..)ham$ гем
    (?<=..)ford$ форд   (?<=..)field$ філд   (?<=..)worth$ ворт   (?<=..)land$ ленд   mann$ манн
    (?<=..)man$ мен   (?<=..)stein$ стайн   ville$ вілл   (?<=..)mouth$ мут   (?<=..)wich$ віч
    (?<=..)wick$ вік   wood вуд   cester$ стер   ough$ о   ousse?$ ус   ieux$ ’є   eaux?$ о   hall$ голл
    ore$ ор   augh$ о   ight айт   igh ай   ldr лдр   onald ональд   old$ ольд   olds$ ольдс   ald$ альд
    tion шн   quh? кв   que$ к   ^kn н   ^wr р   ^wh в   ^rh р   ^x кс   ^ps пс   sch ш   tch(?=C) ч
    tch тч   chr кр   ch(?=[lr]) к   ch ч   ck к   cc(?=[ei]) кч   c(?=[eiy]) с   cz ч   c к   dge дж
    dg дж   d д   ph ф   ff фф   f ф   ghi гі   (?<=[aeou])gh$ ∅   gh г   ge$ дж   ge(?=C) дже
    gi(?=n[aio]) джи   gi гі   gy джі   gn$ н   gu(?=[ei]) г   gg гг   g г   (?<=[aeou])h(?=C|$) ∅   h г
    j дж   kh х   k к   lle$ лль   (?<=e)l(?=b|son) ль   l л   mb$ мб   m м   n н   p п   rr рр   rh р   r р
    sh ш   ss сс   (?<=[ou])se$ з   (?<=ai)se$ з   sc(?=[eiy]) с   s с   th т   tz ц   t т   v в   wh в
    w в   x кс   zz цц   z з   b б   q к   aa аа   ai ей   ayo айо   aya ая   ay ей   augh о   au о
    aw(?=V) ав   aw о   ae е   (?<=[^ae]w)a(?=rds?$|rts?$) а   (?<=ew)a(?=r) а   (?<=w)alk ок
    (?<=w)a(?=[lrt]|ss) о   (?<=wh)a о
    a(?=ck|sh(?!i)|dl|ddi|mp|mb(?!e)|nk|nn?ing|nce$|tch|p(?:man|pl)|nf|nley|vi[sd]) е   a(?=[kt]ers?$) ей
    a(?=Ce$|Ces$) ей   a(?=lb|lf|lp|lv) а   a а   ea(?=r[nl]) е   ear$ ір   ea(?=u) е   ea і   ee і   ei ей
    (?<=^l)eu ю   eu ю   ^ew ью   (?<=d)ew ю   (?<=r)ew ю   (?<=st)ew ю   ew ью   ey$ і   eye ає   ey ей
    e(?=ve$|ne$|te$) і   (?<=V)e$ ∅   (?<=^C)e$ і   (?<=^CC)e$ і   e$ ∅   (?<=C)e(?=s$) ∅   ^eu ю   e е
    igh ай   ia$ ія   (?<=r)ien$ ієн   ie$ і
    ie(?=V) іє   ie і   (?<=V)i(?=V) й   (?<=[aeoyi])i ї   (?<=[^qg]u)i ї
    i(?=ld$|lde$|nd$) ай   i(?=Ce$) ай   i(?=[aou]) і   i(?=nes$|les$|kes$|de[nr]s?$) ай   i і   oo у
    oa оу   oe$ о   oi ой   oyV ой   oy ой   ough о   ouis уїс   our ур   ou(?=th) ау   ou у   own аун
    ^ow(?=e) ов   owa ова   owe$ оу   ow оу   o(?=Ce$) оу   o о   ^uV ю   u(?=r[bdflmnprt]) е
    (?<=[jlr])u(?=Ce$) у
    u(?=Ce$) ю   u(?=nn|dd|ff|ll|mp|nt|ck|tch|tt|ss|nc|nk|sh|dl|bb|gg|pp|mm|s[kt]|ds) а
    u у   ^ya я   ^ye є   ^yo йо   ^yu ю   (?<=C)ya(?=[nt]) ая   (?<=V)ya я   (?<=V)ye є   (?<=V)yo йо
    (?<=V)y й   y(?=Ce$|[dl]er$) ай   y і
"""
PLAIN = """
    ^mc мак   ^o['’] о’   sch ш   tch тч   ch(?=[r]) к   ch ч   ck к   cqu к   cc(?=[ei]) кч   c(?=[ei]) с
    c к   ph ф   sh ш   th т   kh х   zh ж   gh г   gu(?=[ei]) г   gia джа   gio джо   gi джі   g г   h г
    qu к   q к   ts ц   tz ц   x кс   w в   j дж   ñ нь   ny(?=[aou]) нь   eier$ аєр   [ae]yer$ аєр   ez$ ес
    ai ай   ei ей   oi ой   ay(?!V) ай   ey(?!V) ей   oy(?!V) ой   uy(?!V) уй   eau о   aue ауе   ou у
    oo у   ee і   eu ей   ia$ ія   (?<=V)ia я   (?<=V)io йо   (?<=[aeoyi])i ї   (?<=[^qg]u)i ї   i(?=a) і
    ie$ і   ie іє   iu іу   i і   ya я   yu ю   yo йо   ye є   y$ і   y і   a а   b б   d д   e е   f ф
    k к   l л   m м   n н   o о   p п   r р   s с   t т   u у   v в   z з
"""
GERMAN = """
    eier$ аєр   tsch ч   sch ш   ^st шт   ^sp шп   ch х   ck к   tz ц   z ц   (?<=[aeou])h(?=C|$) ∅   h г
    ie і   ei ай   eu ой   äu ой   ä е   ö е   ü ю   ß с   w в   v ф   j й   s(?=V) з   th т   ph ф   qu кв
    l(?=[bdfkmnpstz]) ль   x кс
"""
POLISH = """
    szcz щ   sz ш   cz ч   rz ж   ch х   dz(?=i) дз   ś сь   ć ць   ń нь   ź зь   ż ж   ł л   l(?=C|$) ль
    ó у   ą он   ę ен   ck(?=i$|a$) цьк   nsk(?=i$|a$) нськ   lsk(?=i$|a$) льськ   sk(?=i$|a$) ськ
    (?<=k)i$ ий   ia я   io йо   iu ю   ie е   ja я   je є   ju ю   jo йо   j й   w в   c ц   h г   y и
"""
