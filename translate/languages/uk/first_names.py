"""The commonest first names of the news in English, as Ukrainian media write them."""

from __future__ import annotations

_MASCULINE = """
Aaron Аарон, Al Ал, Andrzej Анджей, Emmanuel Емманюель, Giuseppe Джузеппе, Jacques Жак, Jakub Якуб,
Janusz Януш, Jaromir Яромир, Jaroslaw Ярослав, Jens Єнс, Jerzy Єжи, Johann Йоганн, Josef Йозеф,
Krzysztof Кшиштоф, Olaf Олаф, Tomasz Томаш, Wojciech Войцех, Abraham Абрагам, Adam Адам, Adrian Адріан,
Ahmed Ахмед, Alan Алан, Albert Альберт, Alejandro Алехандро, Alex Алекс, Alexander Александер,
Alfred Альфред, Ali Алі, Allan Аллан, Allen Аллен, Andrew Ендрю, Andy Енді, Angelo Анджело, Anthony Ентоні,
Antonio Антоніо, Antony Ентоні, Arnold Арнольд, Arthur Артур, Austin Остін, Barack Барак, Barry Баррі,
Ben Бен, Benjamin Бенджамін, Bernard Бернард, Bernie Берні, Bill Білл, Billy Біллі, Bob Боб, Bobby Боббі,
Boris Борис, Brad Бред, Bradley Бредлі, Brandon Брендон, Brian Браян, Bruce Брюс, Bruno Бруно, Bryan Браян,
Calvin Келвін, Carl Карл, Carlos Карлос, Chad Чад, Charles Чарльз, Charlie Чарлі, Chris Кріс,
Christian Крістіан, Christopher Крістофер, Clark Кларк, Colin Колін, Connor Коннор, Craig Крейг, Dan Ден,
Daniel Деніел, David Девід, Dean Дін, Dennis Денніс, Derek Дерек, Diego Дієго, Dmitri Дмитро,
Dominic Домінік, Donald Дональд, Douglas Дуглас, Duncan Данкан, Dwight Двайт, Dylan Ділан, Earl Ерл,
Eddie Едді, Edgar Едгар, Edmund Едмунд, Eduardo Едуардо, Edward Едвард, Edwin Едвін, Elliot Елліот,
Elon Ілон, Eric Ерік, Ernest Ернест, Ethan Ітан, Eugene Юджин, Evan Еван, Felix Фелікс, Fernando Фернандо,
Floyd Флойд, Francis Френсіс, Francisco Франсіско, Frank Френк, Franklin Франклін, Fred Фред,
Frederick Фредерік, Friedrich Фрідріх, Gabriel Габріель, Gareth Гарет, Gary Гері, Gavin Гевін,
Geoffrey Джеффрі, George Джордж, Gerald Джеральд, Gerard Джерард, Gerhard Гергард, Giovanni Джованні,
Glenn Гленн, Gordon Гордон, Graham Грем, Grant Грант, Greg Грег, Gregory Грегорі, Hans Ганс, Harold Гарольд,
Harrison Гаррісон, Harry Гаррі, Hassan Хассан, Heinrich Гайнріх, Henry Генрі, Herbert Герберт,
Howard Говард, Hugh Г’ю, Hugo Гуго, Ian Ієн, Ibrahim Ібрагім, Isaac Айзек, Ivan Іван, Jack Джек,
Jacob Джейкоб, Jake Джейк, James Джеймс, Jamie Джеймі, Jan Ян, Jason Джейсон, Javier Хав’єр, Jean Жан,
Jeff Джефф, Jeffrey Джеффрі, Jeremy Джеремі, Jerome Джером, Jerry Джеррі, Jesse Джессі, Jim Джим,
Jimmy Джиммі, Joe Джо, Joel Джоел, John Джон, Johnny Джонні, Jonathan Джонатан, Jordan Джордан, Jorge Хорхе,
Jose Хосе, Joseph Джозеф, Josh Джош, Joshua Джошуа, Juan Хуан, Julian Джуліан, Justin Джастін, Karl Карл,
Keith Кіт, Kenneth Кеннет, Ken Кен, Kevin Кевін, Kyle Кайл, Lance Ленс, Larry Ларрі, Lawrence Лоуренс,
Lee Лі, Leo Лео, Leon Леон, Leonard Леонард, Lewis Льюїс, Liam Ліам, Lloyd Ллойд, Logan Логан, Louis Луїс,
Lucas Лукас, Luis Луїс, Luke Люк, Malcolm Малкольм, Marc Марк, Marco Марко, Marcus Маркус, Mario Маріо,
Mark Марк, Martin Мартін, Marvin Марвін, Mason Мейсон, Mateusz Матеуш, Matt Метт, Matthew Метью, Max Макс,
Michael Майкл, Miguel Мігель, Mike Майк, Mitch Мітч, Mitt Мітт, Mohamed Мохамед, Mohammed Мохаммед,
Muhammad Мухаммад, Nathan Натан, Neil Ніл, Nicholas Ніколас, Nick Нік, Nigel Найджел, Noah Ноа,
Norman Норман, Oliver Олівер, Oscar Оскар, Owen Овен, Patrick Патрік, Paul Пол, Paulo Пауло, Pedro Педро,
Perry Перрі, Peter Пітер, Phil Філ, Philip Філіп, Phillip Філліп, Pierre П’єр, Piotr Пйотр, Ralph Ральф,
Randy Ренді, Raymond Реймонд, Ricardo Рікардо, Richard Річард, Rick Рік, Robert Роберт, Roberto Роберто,
Robin Робін, Rodrigo Родріго, Roger Роджер, Roland Роланд, Ron Рон, Ronald Рональд, Ross Росс, Roy Рой,
Rudolf Рудольф, Rupert Руперт, Russell Расселл, Ryan Раян, Sam Сем, Samuel Семюел, Scott Скотт, Sean Шон,
Sebastian Себастіан, Sergio Серджіо, Seth Сет, Shane Шейн, Shaun Шон, Simon Саймон, Spencer Спенсер,
Stanley Стенлі, Stefan Стефан, Stephen Стівен, Steve Стів, Steven Стівен, Stewart Стюарт, Stuart Стюарт,
Ted Тед, Terry Террі, Theodore Теодор, Thomas Томас, Tim Тім, Timothy Тімоті, Todd Тодд, Tom Том,
Tommy Томмі, Tony Тоні, Travis Тревіс, Trevor Тревор, Troy Трой, Tyler Тайлер, Victor Віктор,
Vincent Вінсент, Vladimir Володимир, Wallace Воллес, Walt Волт, Walter Волтер, Warren Воррен, Wayne Вейн,
Wesley Веслі, Wilhelm Вільгельм, Will Вілл, William Вільям, Winston Вінстон, Wolfgang Вольфганг, Woody Вуді,
Xavier Ксав’є, Zachary Закарі, Zack Зак
"""

_FEMININE = """
Abigail Ебігейл, Agnes Агнес, Agnieszka Агнешка, Alexandra Александра, Alexis Алексіс, Alice Еліс,
Alison Елісон, Amanda Аманда, Amber Ембер, Amelia Амелія, Amy Емі, Andrea Андреа, Angela Ангела,
Angelina Анджеліна, Anita Аніта, Ann Енн, Anna Анна, Anne Енн, Annie Енні, Ashley Ешлі, Audrey Одрі,
Barbara Барбара, Beatrice Беатріс, Betty Бетті, Beverly Беверлі, Brenda Бренда, Bridget Бріджит,
Brittany Бріттані, Camilla Камілла, Carla Карла, Carmen Кармен, Carol Керол, Caroline Керолайн,
Carolyn Керолін, Catherine Кетрін, Charlotte Шарлотта, Cheryl Шеріл, Chloe Хлоя, Christina Крістіна,
Christine Крістін, Cindy Сінді, Claire Клер, Clara Клара, Claudia Клаудія, Condoleezza Кондоліза,
Cynthia Синтія, Danielle Даніель, Deborah Дебора, Debra Дебра, Denise Деніз, Diana Діана, Diane Даян,
Donna Донна, Doris Доріс, Dorothy Дороті, Edith Едіт, Eleanor Елеонора, Elizabeth Елізабет, Ella Елла,
Ellen Еллен, Emily Емілі, Emma Емма, Erica Еріка, Eva Єва, Evelyn Евелін, Fiona Фіона, Florence Флоренс,
Frances Френсіс, Gemma Джемма, Georgia Джорджія, Giorgia Джорджа, Gina Джина, Gloria Глорія, Grace Грейс,
Greta Грета, Hannah Ганна, Harriet Гаррієт, Heather Гізер, Helen Гелен, Helena Гелена, Hillary Гілларі,
Ingrid Інгрід, Irene Ірен, Isabel Ізабель, Isabella Ізабелла, Jacqueline Жаклін, Jane Джейн, Janet Джанет,
Janice Дженіс, Jennifer Дженніфер, Jenny Дженні, Jessica Джессіка, Jill Джилл, Joan Джоан, Joanna Джоанна,
Joanne Джоан, Joyce Джойс, Judith Джудіт, Judy Джуді, Julia Джулія, Julie Джулі, June Джун, Kamala Камала,
Karen Карен, Kate Кейт, Katherine Кетрін, Kathleen Кетлін, Kathryn Кетрін, Kathy Кеті, Katie Кеті,
Kelly Келлі, Kimberly Кімберлі, Kristen Крістен, Laura Лаура, Lauren Лорен, Leslie Леслі, Linda Лінда,
Lisa Ліза, Liz Ліз, Louise Луїза, Lucy Люсі, Lydia Лідія, Lynn Лінн, Madison Медісон, Margaret Маргарет,
Maria Марія, Marie Марі, Marilyn Мерилін, Martha Марта, Mary Мері, Megan Меган, Meghan Меган,
Melania Меланія, Melissa Мелісса, Meredith Мередіт, Michelle Мішель, Mildred Мілдред, Molly Моллі,
Monica Моніка, Nancy Ненсі, Naomi Наомі, Natalie Наталі, Natasha Наташа, Nicole Ніколь, Nina Ніна,
Nora Нора, Olivia Олівія, Oprah Опра, Pamela Памела, Patricia Патрісія, Paula Пола, Pauline Полін,
Rachel Рейчел, Rebecca Ребекка, Rita Ріта, Roberta Роберта, Rosa Роза, Rose Роуз, Ruth Рут, Sally Саллі,
Samantha Саманта, Sandra Сандра, Sara Сара, Sarah Сара, Serena Серена, Sharon Шерон, Sheila Шейла,
Shirley Ширлі, Sofia Софія, Sophia Софія, Sophie Софі, Stella Стелла, Stephanie Стефані, Susan Сьюзен,
Suzanne Сюзанна, Sylvia Сильвія, Teresa Тереза, Theresa Тереза, Tina Тіна, Tracy Трейсі, Ursula Урсула,
Vanessa Ванесса, Venus Вінус, Vera Віра, Veronica Вероніка, Victoria Вікторія, Virginia Вірджинія,
Vivian Вівіан, Wendy Венді, Yvonne Івонн, Zoe Зої
"""


def _table(text: str, gender: str) -> dict[str, tuple[str, str]]:
    rows = (row.split() for row in text.replace("\n", " ").split(","))
    return {english: (ukrainian, gender) for english, ukrainian in rows}


FIRST_NAMES: dict[str, tuple[str, str]] = _table(_MASCULINE, "masc") | _table(_FEMININE, "femn")
"""English first name to its Ukrainian form and gender (masc or femn)."""
