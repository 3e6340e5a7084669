// What a careers site does with a rich text field: the markup goes along in a hidden field when the form is sent.
const description = document.getElementById('description');
const value = document.getElementById('description-value');

document.getElementById('posting-form').addEventListener('submit', () => {
  value.value = description.innerHTML.trim();
});
