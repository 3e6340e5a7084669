export const reportsTexts = {
  sampleBeingMade:
    'The sample company is still being made; the report can be saved in some seconds, as soon as there are people to report on.',
  preview: 'Show the report here',
  frameTitle: 'The report',
};
