/** Common first names: they tell that a capitalised word at the start of a sentence is a person. */
const firstNames = new Set(
  `Aaron Abdul Adam Adrian Ahmed Aisha Alan Alejandro Alex Alexander Alexandra Alice Alicia Alina Amanda Amara Amelia Amina Amir Amy Ana Andre Andrea Andreas Andrew Angela
  Anita Anna Anne Annie Anthony Antonio Anwar Aria Arjun Arthur Astrid Ava Barbara Beatrice Beatriz Ben Benjamin Bernard Beth Bianca Bob Boris Brandon Brian Bruno Caleb Camila
  Carla Carlos Carmen Carol Caroline Catherine Cecilia Charles Charlotte Chen Chloe Chris Christian Christina Christine Christopher Clara Claire Claudia Colin Connor Craig Cynthia
  Daniel Daniela David Deborah Denise Dennis Diana Diego Dmitri Donald Donna Dorothy Douglas Edith Eduardo Edward Elena Elias Elizabeth Ella Ellen Emily Emma Eric Erik Eva Evelyn
  Fatima Felix Femi Fernando Fiona Florian Frank Gabriel Gabriela Gary George Gerda Giovanni Giulia Gloria Grace Greg Gregory Greta Hanna Hannah Hans Harold Harriet Hassan Heather Heidi
  Helen Helena Hélène Henry Hugo Ian Ibrahim Ines Ingrid Irene Isaac Isabel Isabella Ivan Jack Jacob Jacqueline James Jamie Jan Jane Janet Jasmine Jason Javier Jeff Jennifer Jens
  Jeremy Jessica Jesus Joan Joanna John Jonas Jonathan Jorge José Joseph Joshua Juan Julia Julian Julie Jürgen Jurgen Karen Karim Karl Kate Katherine Kathleen Keith Kelly Kenneth
  Kevin Khalid Kim Kumar Laila Lars Laura Lauren Leah Lena Leo Leon Leonard Liam Lila Linda Lisa Liu Louis Louise Luc Luca Lucas Lucia Lucy Luis Luke Magnus Manuel Marco Marcus Margaret
  Maria Marie Marina Mario Marisol Martha Martin Martina Mary Mateo Matthew Matthias Max Maya Megan Mei Melissa Mia Michael Michelle Miguel Mina Mohamed Mohammed Monica Mustafa Nadia
  Naledi Nancy Naomi Natalie Natasha Nathan Nicholas Nicole Nikhil Nina Noah Nora Olga Olivia Omar Oscar Oskar Pablo Pamela Patricia Patrick Paul Paula Pedro Peter Philip Piotr Priya
  Rachel Rafael Ralph Raj Ravi Raymond Rebecca Ricardo Richard Rita Robert Roberto Roger Ronald Rosa Ryan Sabine Said Salma Samantha Samir Samuel Sandra Sanjay Sara Sarah Scott Sean
  Sebastian Sergei Sergio Shannon Sharon Silvia Simon Sofia Sophie Stefan Stephanie Stephen Steve Steven Sunita Susan Sven Sylvia Tamara Tanya Tariq Teresa Theresa Thomas Tim Timothy Tobias Tom
  Tomasz Tyler Valentina Valerie Vanessa Veronica Victor Victoria Vikram Vincent Virginia Walter Wei Wendy Werner William Yan Yasmin Yuki Yusuf Zara Zoe`
    .split(/\s+/)
    .map((name) => name.toLowerCase()),
);

export function isFirstName(word: string): boolean {
  return firstNames.has(word.toLowerCase());
}
