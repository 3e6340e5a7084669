export const reportsTexts = {
  preview: 'Show the report here',
  frameTitle: 'The report',
};
