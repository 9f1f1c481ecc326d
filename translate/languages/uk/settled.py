"""Foreign names that Ukrainian media write by tradition, where the rules of transcription say otherwise."""

from __future__ import annotations

import re

_PEOPLE = """
Lincoln Лінкольн, Franklin Франклін, Roosevelt Рузвельт, Reagan Рейган, Hamilton Гамільтон,
Cleveland Клівленд, Eisenhower Ейзенхауер, Kellogg Келлог, Graham Грем, Cameron Кемерон, Churchill Черчилль,
Lammy Леммі, Farage Фараж, Shakespeare Шекспір, Dickens Діккенс, Cromwell Кромвель, Byron Байрон,
Twain Твен, Spielberg Спілберг, Disney Дісней, Buffett Баффет, Rockefeller Рокфеллер, Einstein Ейнштейн,
Bowie Бові, Mercury Меркьюрі, Streisand Стрейзанд, Stallone Сталлоне, Bullock Буллок, Collins Коллінз,
Murray Мюррей, Powell Павелл, Young Янг, Stoltenberg Столтенберг, Applebaum Епплбаум, Walesa Валенса,
Khamenei Хаменеї, Hughes Г’юз, Lawrence Лоуренс, Armitage Армітедж, Schwarzenegger Шварценеггер,
Goethe Гете, Bach Бах, Beethoven Бетховен, Mozart Моцарт, Wagner Вагнер, Hitler Гітлер, Merkel Меркель,
Merz Мерц, Kohl Коль, Rutte Рютте, Macron Макрон, Chirac Ширак, Mitterrand Міттеран, Hollande Олланд,
Napoleon Наполеон, Voltaire Вольтер, Hugo Гюго, Dumas Дюма, Picasso Пікассо, Cervantes Сервантес,
Michelangelo Мікеланджело, Columbus Колумб, Homer Гомер, Pythagoras Піфагор, Sophocles Софокл,
Aristotle Арістотель, Plato Платон, Socrates Сократ, Caesar Цезар, Augustus Август, Nero Нерон,
Copernicus Коперник, Galileo Галілей, Tutankhamun Тутанхамон, Jesus Ісус, Moses Мойсей, Mohammed Мухаммед,
Buddha Будда, Erdogan Ердоган, Xi Сі, Jinping Цзіньпін, Zedong Цзедун, Xiaoping Сяопін, Netanyahu Нетаньягу,
Trudeau Трюдо, Putin Путін, Lavrov Лавров, Medvedev Медведєв, Navalny Навальний, Lukashenko Лукашенко,
Gorbachev Горбачов, Yeltsin Єльцин, Stalin Сталін, Lenin Ленін, Khrushchev Хрущов, Brezhnev Брежнєв,
Schumacher Шумахер, Nadal Надаль, Federer Федерер, Djokovic Джокович, Ovechkin Овечкін, Hilton Гілтон,
Andersen Андерсен, Gogh Гог, Gore Гор, Reid Рід, Krushchev Хрущов, Mariupol Маріуполь
"""

# Places that CLDR does not name.
_PLACES = """
Kyiv Київ, Mariupol Маріуполь, Whitehall Вайтголл, Galapagos Галапагоси, Liverpool Ліверпуль,
Birmingham Бірмінгем, Bristol Бристоль, Leicester Лестер, Gloucester Глостер, Worcester Вустер,
Edinburgh Единбург, Glasgow Глазго, Windsor Віндзор, Houston Г’юстон, Miami Маямі, Seattle Сіетл,
Phoenix Фінікс, Nashville Нашвілл, Baltimore Балтимор, Philadelphia Філадельфія, Buffalo Баффало,
Oakland Окленд, Auckland Окленд, Texas Техас, Utah Юта, Ohio Огайо, Alaska Аляска,
Pennsylvania Пенсильванія, Massachusetts Массачусетс, Wimbledon Вімблдон, Sydney Сідней,
Springfield Спрингфілд, Princeton Принстон, Florida Флорида, Maryland Меріленд, Illinois Іллінойс,
Michigan Мічиган, Wisconsin Вісконсин, Minnesota Міннесота, Iowa Айова, Idaho Айдахо, Maine Мен,
Connecticut Коннектикут, Delaware Делавер, Tennessee Теннессі, Kentucky Кентуккі, Louisiana Луїзіана,
Arkansas Арканзас, Kansas Канзас, Missouri Міссурі, Mississippi Міссісіпі, Wyoming Вайомінг,
Vermont Вермонт, Hawaii Гаваї, Arizona Аризона, Carolina Кароліна, Dakota Дакота, Hampshire Гемпшир,
Jersey Джерсі, York Йорк, Hollywood Голлівуд, Manhattan Мангеттен, Brooklyn Бруклін, Harvard Гарвард,
Yale Єль, Thames Темза, England Англія, Scotland Шотландія, Wales Вельс, Britain Британія, Europe Європа,
Asia Азія, Africa Африка, America Америка, Americas Америка, Antarctica Антарктида, Arctic Арктика,
Oceania Океанія, Polynesia Полінезія, Siberia Сибір, Caucasus Кавказ, Balkans Балкани, Alps Альпи,
Himalayas Гімалаї, Sahara Сахара, Mediterranean Середземномор’я, Bavaria Баварія, Saxony Саксонія,
Prussia Пруссія, Catalonia Каталонія, Tuscany Тоскана, Sicily Сицилія, Munich Мюнхен, Cologne Кельн,
Hamburg Гамбург, Hanover Ганновер, Frankfurt Франкфурт, Leipzig Лейпциг, Dresden Дрезден,
Nuremberg Нюрнберг, Geneva Женева, Basel Базель, Venice Венеція, Florence Флоренція, Milan Мілан,
Naples Неаполь, Turin Турин, Genoa Генуя, Palermo Палермо, Barcelona Барселона, Seville Севілья, Lyon Ліон,
Marseille Марсель, Nice Ніцца, Strasbourg Страсбург, Versailles Версаль, Bordeaux Бордо, Dunkirk Дюнкерк,
Antwerp Антверпен, Rotterdam Роттердам, Krakow Краків, Cracow Краків, Gdansk Гданськ, Wroclaw Вроцлав,
Poznan Познань, Lodz Лодзь, Lublin Люблін, Przemysl Перемишль, Rzeszow Жешув, Korczowa Корчова,
Medyka Медика, Beijing Пекін, Shanghai Шанхай, Osaka Осака, Kyoto Кіото, Mumbai Мумбаї, Delhi Делі,
Mecca Мекка, Tehran Тегеран, Aleppo Алеппо, Gaza Газа, Jericho Єрихон, Nazareth Назарет, Persia Персія,
Troy Троя, Babylon Вавилон, Carthage Карфаген, Anatolia Анатолія, Ankara Анкара, Moscow Москва,
Petersburg Петербург, Rostov Ростов, Voronezh Воронеж, Belgorod Бєлгород, Kursk Курськ, Bryansk Брянськ,
Crimea Крим, Donbas Донбас, Donbass Донбас, Odessa Одеса, Kiev Київ, Kharkov Харків, Lvov Львів,
Chernobyl Чорнобиль, Earth Земля, Moon Місяць, Sun Сонце, Venus Венера, Mars Марс, Jupiter Юпітер,
Saturn Сатурн, Neptune Нептун, Uranus Уран, Pluto Плутон, Titan Титан, Nile Ніл, Danube Дунай, Rhine Рейн,
Seine Сена, Volga Волга, Amazon Амазонка, Everest Еверест, Everglades Еверглейдс
"""

# Places of several words.
_PHRASES = {
    "Black Sea": "Чорне море",
    "Buenos Aires": "Буенос-Айрес",
    "Cape Town": "Кейптаун",
    "Costa Rica": "Коста-Рика",
    "Hong Kong": "Гонконг",
    "Los Angeles": "Лос-Анджелес",
    "Las Vegas": "Лас-Вегас",
    "Ivano Frankivsk": "Івано-Франківськ",
    "Ivano-Frankivsk": "Івано-Франківськ",
    "Kryvyi Rih": "Кривий Ріг",
    "Latin America": "Латинська Америка",
    "Middle East": "Близький Схід",
    "New Delhi": "Нью-Делі",
    "New England": "Нова Англія",
    "New Jersey": "Нью-Джерсі",
    "New Mexico": "Нью-Мексико",
    "New Orleans": "Новий Орлеан",
    "New South Wales": "Новий Південний Вельс",
    "New York": "Нью-Йорк",
    "New York City": "Нью-Йорк",
    "North Africa": "Північна Африка",
    "North America": "Північна Америка",
    "Puerto Rico": "Пуерто-Рико",
    "Rio de Janeiro": "Ріо-де-Жанейро",
    "San Diego": "Сан-Дієго",
    "San Francisco": "Сан-Франциско",
    "Sao Paulo": "Сан-Паулу",
    "South America": "Південна Америка",
    "Southeast Asia": "Південно-Східна Азія",
    "Tel Aviv": "Тель-Авів",
    "White House": "Білий дім",
}

_ROW = re.compile(r"([^\s,]+) ([^\s,]+)")

SETTLED: dict[str, str] = dict(_ROW.findall(_PEOPLE)) | dict(_ROW.findall(_PLACES)) | _PHRASES
"""English name to its settled Ukrainian form."""

SETTLED_PLACES = frozenset(dict(_ROW.findall(_PLACES))) | frozenset(_PHRASES)
"""Those of them that are places."""
