process.stdout.write('Loyalty Ladder\n');
