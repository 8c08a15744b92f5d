<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Drop</name>
    <message>
        <source>%1 holds no model</source>
        <translation>%1 enthält kein Modell</translation>
    </message>
    <message>
        <source>%1 holds no config.json, so it is no model.</source>
        <translation>%1 enthält keine config.json und ist darum kein Modell.</translation>
    </message>
    <message>
        <source>Drop a model&apos;s folder in Hugging Face form: config.json, model.safetensors and tokenizer.json.</source>
        <translation>Den Ordner eines Modells in der Form von Hugging Face ablegen: config.json, model.safetensors und tokenizer.json.</translation>
    </message>
    <message>
        <source>One at a time: these are %1</source>
        <translation>Eins nach dem anderen: das sind %1</translation>
    </message>
    <message>
        <source>%1 files were dropped at once.</source>
        <translation>Es wurden %1 Dateien auf einmal abgelegt.</translation>
    </message>
    <message>
        <source>Drop one folder or one file.</source>
        <translation>Einen Ordner oder eine Datei ablegen.</translation>
    </message>
    <message>
        <source>This lies on another computer</source>
        <translation>Das liegt auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>%1 is not on this computer, and nothing is read from a network.</source>
        <translation>%1 liegt nicht auf diesem Rechner, und aus einem Netz wird nichts gelesen.</translation>
    </message>
    <message>
        <source>Save it here, and drop the file.</source>
        <translation>Hier speichern und die Datei ablegen.</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Open the model %1</source>
        <translation>Das Modell %1 öffnen</translation>
    </message>
    <message>
        <source>Open the session %1</source>
        <translation>Die Sitzung %1 öffnen</translation>
    </message>
    <message>
        <source>Read %1 as the text</source>
        <translation>%1 als Text lesen</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Colours: %1</source>
        <translation>Farben: %1</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Sessions (*%1 *.json)</source>
        <translation>Sitzungen (*%1 *.json)</translation>
    </message>
    <message>
        <source>Vector graphics (*.svg)</source>
        <translation>Vektorgrafik (*.svg)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Pixels (*.png)</source>
        <translation>Pixel (*.png)</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>In the picture</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Nächste Zelle</translation>
    </message>
    <message>
        <source>Next strong cell of the row or column</source>
        <translation>Nächste starke Zelle der Zeile oder Spalte</translation>
    </message>
    <message>
        <source>First or last allowed key of the row</source>
        <translation>Erster oder letzter erlaubter Key der Zeile</translation>
    </message>
    <message>
        <source>Ten rows up or down</source>
        <translation>Zehn Zeilen nach oben oder unten</translation>
    </message>
    <message>
        <source>Pin the cell, or release it</source>
        <translation>Zelle anheften oder lösen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>The whole matrix</source>
        <translation>Die ganze Matrix</translation>
    </message>
    <message>
        <source>Zoom to the rows and columns selected along their labels</source>
        <translation>Zu den Zeilen und Spalten, die an ihren Beschriftungen ausgewählt sind</translation>
    </message>
    <message>
        <source>While it is held, dragging moves the matrix</source>
        <translation>Gehalten: Ziehen verschiebt die Matrix</translation>
    </message>
    <message>
        <source>In the grid of heads</source>
        <translation>Im Raster der Köpfe</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>Nächster Kopf</translation>
    </message>
    <message>
        <source>First or last head of the line</source>
        <translation>Erster oder letzter Kopf der Reihe</translation>
    </message>
    <message>
        <source>Show the head</source>
        <translation>Kopf zeigen</translation>
    </message>
    <message>
        <source>Show the head alone</source>
        <translation>Kopf allein zeigen</translation>
    </message>
    <message>
        <source>In the ranked list of heads</source>
        <translation>In der Rangliste der Köpfe</translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation>Eine Seite nach oben oder unten</translation>
    </message>
    <message>
        <source>First or last head of the list</source>
        <translation>Erster oder letzter Kopf der Liste</translation>
    </message>
    <message>
        <source>On the map of heads</source>
        <translation>Auf der Karte der Köpfe</translation>
    </message>
    <message>
        <source>Nearest head in that direction</source>
        <translation>Nächster Kopf in dieser Richtung</translation>
    </message>
    <message>
        <source>In next tokens and lists of the inspector</source>
        <translation>In nächsten Tokens und Listen des Inspektors</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>First or last row</source>
        <translation>Erste oder letzte Zeile</translation>
    </message>
    <message>
        <source>Open the row, or append the token</source>
        <translation>Zeile öffnen oder Token anhängen</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Where a pattern is drawn to filter heads</source>
        <translation>Wo ein Muster gezeichnet wird, das Köpfe filtert</translation>
    </message>
    <message>
        <source>Next square</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <source>Draw the square, or clear it</source>
        <translation>Feld zeichnen oder löschen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Back one level: stop work, release cell and pin, leave solo, whole matrix</source>
        <translation>Eine Ebene zurück: Arbeit anhalten, Zelle und Paar lösen, Solo verlassen, ganze Matrix</translation>
    </message>
    <message>
        <source>In the search</source>
        <translation>In der Suche</translation>
    </message>
    <message>
        <source>Do what the row says</source>
        <translation>Tun, was die Zeile sagt</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>In the pictures of Compare</source>
        <translation>In den Bildern des Vergleichs</translation>
    </message>
    <message>
        <source>Paint pairs that are allowed, or stop painting</source>
        <translation>Erlaubte Paare malen oder aufhören</translation>
    </message>
    <message>
        <source>Paint pairs away, or stop painting</source>
        <translation>Paare wegmalen oder aufhören</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>In Compare</source>
        <translation>Im Vergleich</translation>
    </message>
    <message>
        <source>Show the difference, or hide it</source>
        <translation>Differenz zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Swap the own and the sparse picture</source>
        <translation>Eigenes und sparsames Bild tauschen</translation>
    </message>
    <message>
        <source>Weights, allowed by, tiles, pairs</source>
        <translation>Gewichte, erlaubt durch, Kacheln, Paare</translation>
    </message>
    <message>
        <source>Matrix or links</source>
        <translation>Matrix oder Linien</translation>
    </message>
</context>
<context>
    <name>ReachCard</name>
    <message>
        <source>%1 directly</source>
        <translation>%1 direkt</translation>
    </message>
    <message>
        <source>%1 in %2 layers</source>
        <translation>%1 in %2 Schichten</translation>
    </message>
    <message>
        <source>%1 never</source>
        <translation>%1 nie</translation>
    </message>
    <message>
        <source>If all %1 layers had this pattern, these tokens could reach %2: %3.</source>
        <translation>Hätten alle %1 Schichten dieses Muster, könnten diese Tokens %2 erreichen: %3.</translation>
    </message>
    <message>
        <source>It knows itself without any layer.</source>
        <translation>Sich selbst kennt es ohne jede Schicht.</translation>
    </message>
    <message>
        <source>No token stands before %1.</source>
        <translation>Vor %1 steht kein Token.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Type here, and every key runs the model: it reads this sentence as %1 tokens, each of them a chip.</source>
        <translation>Hier schreiben, und jede Taste lässt das Modell laufen: es liest diesen Satz als %1 Tokens, jedes ein Plättchen.</translation>
    </message>
    <message>
        <source>Each of these %1 small pictures is one head on this sentence: a row for each token that looks, a column for each that is looked at, weights on a √ scale.</source>
        <translation>Jedes dieser %1 kleinen Bilder ist ein Kopf auf diesem Satz: eine Zeile für jedes Token, das schaut, eine Spalte für jedes, auf das geschaut wird, die Gewichte auf einer √-Skala.</translation>
    </message>
    <message>
        <source>Heads can be ranked by where they look: averaged over the tokens, %1 gives %2 of its weight to the token just before, the most of all %3.</source>
        <translation>Köpfe lassen sich danach ordnen, wohin sie schauen: im Mittel über die Tokens gibt %1 dem Token unmittelbar davor %2 seines Gewichts, am meisten von allen %3.</translation>
    </message>
    <message>
        <source>Pointing at a cell is a peek, and lights the pair in every view: here “%1” gives %2 of its weight to “%3”.</source>
        <translation>Auf eine Zelle zeigen ist ein Blick und hebt das Paar in jeder Ansicht hervor: hier gibt „%1“ den Anteil %2 seines Gewichts an „%3“.</translation>
    </message>
    <message>
        <source>A click, or Enter, pins the pair: it stays while you look elsewhere, follows its words through edits, and can be undone.</source>
        <translation>Ein Klick oder die Eingabetaste heftet das Paar an: es bleibt, während man anderswo hinschaut, folgt seinen Wörtern durch Änderungen und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>The inspector opens every weight: the products of q and k give the score %1, ℓ of the row is %2, and exp(%1 − %2) is the weight %3.</source>
        <translation>Der Inspektor öffnet jedes Gewicht: die Produkte von q und k ergeben den Score %1, ℓ der Zeile ist %2, und exp(%1 − %2) ist das Gewicht %3.</translation>
    </message>
    <message>
        <source>The best of %1 heads is always impressive</source>
        <translation>Der beste von %1 Köpfen beeindruckt immer</translation>
    </message>
    <message>
        <source>%1, so what it scores on shuffled tokens stands beside its score: %2 here, %3 shuffled.</source>
        <translation>%1, darum steht neben seinem Wert der auf gemischten Tokens: %2 hier, %3 gemischt.</translation>
    </message>
    <message>
        <source>%1, so what it scores on shuffled tokens will stand beside its score, as soon as it is computed.</source>
        <translation>%1, darum wird neben seinem Wert der auf gemischten Tokens stehen, sobald er berechnet ist.</translation>
    </message>
    <message>
        <source>Weight that rests on the first token can be hidden: every row is divided by 1 − that weight, labels say so, and the raw weight is one hover away.</source>
        <translation>Gewicht, das auf dem ersten Token ruht, lässt sich verbergen: jede Zeile wird durch 1 − dieses Gewicht geteilt, die Beschriftung sagt es, und das rohe Gewicht erscheint beim Zeigen.</translation>
    </message>
    <message>
        <source>%1 exports this picture as a figure; it shows where a head looks, not why the model answered.</source>
        <translation>%1 exportiert dieses Bild als Abbildung; sie zeigt, wohin ein Kopf schaut, nicht, warum das Modell so antwortet.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 has %2 letters; the window takes up to %3.</source>
        <translation>%1 hat %2 Zeichen; das Fenster nimmt bis zu %3.</translation>
    </message>
    <message>
        <source>Take a part of it, or record all of it on the command line, with fovea record --text-file.</source>
        <translation>Einen Teil davon nehmen oder alles auf der Kommandozeile aufzeichnen, mit fovea record --text-file.</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>all heads</source>
        <translation>alle Köpfe</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>Schicht %1, Kopf %2</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Queries ↓</source>
        <translation>Queries ↓</translation>
    </message>
    <message>
        <source>Keys →</source>
        <translation>Keys →</translation>
    </message>
    <message>
        <source>This text has no tokens.</source>
        <translation>Dieser Text hat keine Tokens.</translation>
    </message>
    <message>
        <source>Type a sentence to see where each token looks.</source>
        <translation>Einen Satz schreiben, um zu sehen, wohin jedes Token schaut.</translation>
    </message>
    <message>
        <source>Row chart</source>
        <translation>Zeilendiagramm</translation>
    </message>
    <message>
        <source>point at a cell</source>
        <translation>auf eine Zelle zeigen</translation>
    </message>
    <message>
        <source>not allowed: future token</source>
        <translation>nicht erlaubt: künftiges Token</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>the token itself</source>
        <translation>das Token selbst</translation>
    </message>
    <message>
        <source>%1 token back</source>
        <translation>%1 Token zurück</translation>
    </message>
    <message>
        <source>%1 tokens back</source>
        <translation>%1 Tokens zurück</translation>
    </message>
    <message>
        <source>%1 token ahead</source>
        <translation>%1 Token voraus</translation>
    </message>
    <message>
        <source>%1 tokens ahead</source>
        <translation>%1 Tokens voraus</translation>
    </message>
    <message>
        <source>no room for links</source>
        <translation>kein Platz für Linien</translation>
    </message>
    <message>
        <source>links are being computed</source>
        <translation>Linien werden berechnet</translation>
    </message>
    <message>
        <source>links: each row’s strongest, %1 more not drawn</source>
        <translation>Linien: die stärkste jeder Zeile, %1 weitere nicht gezeichnet</translation>
    </message>
    <message>
        <source>links: largest weights until %1&#x202f;% of the row</source>
        <translation>Linien: größte Gewichte bis %1&#x202f;% der Zeile</translation>
    </message>
    <message>
        <source>computing the dotted or coarser parts</source>
        <translation>gepunktete oder gröbere Teile werden berechnet</translation>
    </message>
    <message>
        <source>max of each %1 × %1 cells</source>
        <translation>Maximum von je %1 × %1 Zellen</translation>
    </message>
    <message>
        <source>exact cells</source>
        <translation>genaue Zellen</translation>
    </message>
    <message>
        <source>%1 scale</source>
        <translation>Skala: %1</translation>
    </message>
    <message>
        <source>no weight here is above %1: try %2</source>
        <translation>kein Gewicht hier liegt über %1: zu empfehlen ist %2</translation>
    </message>
    <message>
        <source>first token hidden, rows renormalised</source>
        <translation>erstes Token verborgen, Zeilen neu normiert</translation>
    </message>
    <message>
        <source>positions from %1 on were never trained</source>
        <translation>Positionen ab %1 wurden nie trainiert</translation>
    </message>
    <message>
        <source>hidden, raw %1</source>
        <translation>verborgen, roh %1</translation>
    </message>
    <message>
        <source>nothing left of this row, raw %1</source>
        <translation>von dieser Zeile bleibt nichts, roh %1</translation>
    </message>
    <message>
        <source>click to release</source>
        <translation>Klicken löst</translation>
    </message>
    <message>
        <source>click to pin</source>
        <translation>Klicken heftet an</translation>
    </message>
    <message>
        <source>Query %1, %2, to key %3, %4. </source>
        <translation>Query %1, %2, zu Key %3, %4. </translation>
    </message>
    <message>
        <source>Not allowed: future token.</source>
        <translation>Nicht erlaubt: künftiges Token.</translation>
    </message>
    <message>
        <source>Not allowed.</source>
        <translation>Nicht erlaubt.</translation>
    </message>
    <message>
        <source>Row “%1” %2</source>
        <translation>Zeile „%1“ %2</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>nothing left to show</source>
        <translation>nichts übrig zu zeigen</translation>
    </message>
    <message>
        <source>empty: no key is allowed</source>
        <translation>leer: kein Key ist erlaubt</translation>
    </message>
    <message>
        <source>renormalised</source>
        <translation>neu normiert</translation>
    </message>
    <message>
        <source>sums to %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source> over %1 %2</source>
        <translation> über %1 %2</translation>
    </message>
    <message>
        <source>%1 not allowed%2</source>
        <translation>%1 nicht erlaubt%2</translation>
    </message>
    <message>
        <source>: future</source>
        <translation>: künftig</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>byte %1 of “%2”</source>
        <translation>Byte %1 von „%2“</translation>
    </message>
    <message>
        <source>bytes %1 to %2 of “%3”</source>
        <translation>Bytes %1 bis %2 von „%3“</translation>
    </message>
    <message>
        <source>not computed for this text yet</source>
        <translation>für diesen Text noch nicht berechnet</translation>
    </message>
    <message>
        <source>the probe has not run: choose it for sort or bars</source>
        <translation>die Probe ist nicht gelaufen: für Ordnung oder Balken wählen</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>wird berechnet</translation>
    </message>
    <message>
        <source>nothing is drawn in this text</source>
        <translation>in diesem Text ist nichts gezeichnet</translation>
    </message>
    <message>
        <source>this head may look at no drawn cell</source>
        <translation>dieser Kopf darf auf keine gezeichnete Zelle schauen</translation>
    </message>
    <message>
        <source>no token after the first has keys</source>
        <translation>kein Token nach dem ersten hat Keys</translation>
    </message>
    <message>
        <source>no token after the first has two keys to choose from</source>
        <translation>kein Token nach dem ersten hat zwei Keys zur Wahl</translation>
    </message>
    <message>
        <source>no token occurs twice</source>
        <translation>kein Token kommt zweimal vor</translation>
    </message>
    <message>
        <source>of the text before</source>
        <translation>vom vorigen Text</translation>
    </message>
    <message>
        <source>, shuffled %1</source>
        <translation>, gemischt %1</translation>
    </message>
    <message>
        <source>rank %1 of %2 by %3</source>
        <translation>Rang %1 von %2 nach %3</translation>
    </message>
    <message>
        <source>Layer %1, head %2, %3 %4</source>
        <translation>Schicht %1, Kopf %2, %3 %4</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>, on shuffled tokens %1</source>
        <translation>, auf gemischten Tokens %1</translation>
    </message>
    <message>
        <source>, rank %1 of %2</source>
        <translation>, Rang %1 von %2</translation>
    </message>
    <message>
        <source>The live view stops at %1 tokens; this text has %2. What follows is not shown.</source>
        <translation>Die Ansicht endet bei %1 Tokens; dieser Text hat %2. Was folgt, wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>Positions from %1 on were never trained: this model learned texts of %1 tokens. They are tinted.</source>
        <translation>Positionen ab %1 wurden nie trainiert: dieses Modell lernte Texte von %1 Tokens. Sie sind getönt.</translation>
    </message>
    <message>
        <source>Changed by the plan: %1. This is not a model that was trained so.</source>
        <translation>Vom Plan verändert: %1. Das ist kein Modell, das so trainiert wurde.</translation>
    </message>
    <message>
        <source>The summaries of the heads were stopped: their small pictures and numbers are not those of this text. Ctrl+R computes again.</source>
        <translation>Die Übersicht der Köpfe wurde abgebrochen: ihre kleinen Bilder und Zahlen sind nicht die dieses Textes. Strg+R berechnet neu.</translation>
    </message>
    <message>
        <source>Previous text: %1 is what the picture still shows.</source>
        <translation>Voriger Text: das Bild zeigt noch %1.</translation>
    </message>
    <message>
        <source>Previous result: the picture was computed before the last change of the plan.</source>
        <translation>Voriges Ergebnis: das Bild wurde vor der letzten Änderung des Plans berechnet.</translation>
    </message>
    <message>
        <source>Previous model: the picture is of %1, which is not the model of this document.</source>
        <translation>Voriges Modell: das Bild ist von %1, und das ist nicht das Modell dieses Dokuments.</translation>
    </message>
    <message>
        <source>Ctrl+R computes the text as it stands.</source>
        <translation>Strg+R berechnet den Text, wie er dasteht.</translation>
    </message>
    <message>
        <source>This model has no head %1; %2 is shown.</source>
        <translation>Dieses Modell hat keinen Kopf %1; gezeigt wird %2.</translation>
    </message>
    <message>
        <source>Point at a cell to see how its weight comes about. Click to keep it.</source>
        <translation>Auf eine Zelle zeigen, um zu sehen, wie ihr Gewicht entsteht. Klicken behält sie.</translation>
    </message>
    <message>
        <source>Not allowed: a future token. The pair has no score and no weight.</source>
        <translation>Nicht erlaubt: ein künftiges Token. Das Paar hat keinen Score und kein Gewicht.</translation>
    </message>
    <message>
        <source>Not allowed by the pattern %1. The pair has no score and no weight.</source>
        <translation>Nicht erlaubt vom Muster %1. Das Paar hat keinen Score und kein Gewicht.</translation>
    </message>
    <message>
        <source>This head is switched off by the plan. These are the weights it would have; it writes nothing.</source>
        <translation>Dieser Kopf ist vom Plan abgeschaltet. Dies sind die Gewichte, die er hätte; er schreibt nichts.</translation>
    </message>
    <message>
        <source>The plan replaces this head by the mean of its values: each of %1 allowed keys weighs the same.</source>
        <translation>Der Plan ersetzt diesen Kopf durch das Mittel seiner Values: jeder von %1 erlaubten Keys wiegt gleich.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>of the previous text %1, as shown</source>
        <translation>vom vorigen Text %1, wie gezeigt</translation>
    </message>
    <message>
        <source>! NaN</source>
        <translation>! NaN</translation>
    </message>
    <message>
        <source>the √ scale</source>
        <translation>die √-Skala</translation>
    </message>
    <message>
        <source>the log scale</source>
        <translation>die Log-Skala</translation>
    </message>
    <message>
        <source>previous token</source>
        <translation>voriges Token</translation>
    </message>
    <message>
        <source>On the previous token</source>
        <translation>Auf dem vorigen Token</translation>
    </message>
    <message>
        <source>Least on the previous token</source>
        <translation>Am wenigsten auf dem vorigen Token</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Mean weight on the token just before.</source>
        <translation>Mittleres Gewicht auf dem Token unmittelbar davor.</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>On the first token</source>
        <translation>Auf dem ersten Token</translation>
    </message>
    <message>
        <source>Least on the first token</source>
        <translation>Am wenigsten auf dem ersten Token</translation>
    </message>
    <message>
        <source>Mean weight on the first token of the text.</source>
        <translation>Mittleres Gewicht auf dem ersten Token des Textes.</translation>
    </message>
    <message>
        <source>entropy, normalised</source>
        <translation>Entropie, normiert</translation>
    </message>
    <message>
        <source>Most spread out</source>
        <translation>Am breitesten verteilt</translation>
    </message>
    <message>
        <source>Sharpest</source>
        <translation>Am schärfsten</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>Entropy of a row over the logarithm of its keys: 0 looks at one key, 1 at all alike.</source>
        <translation>Entropie einer Zeile durch den Logarithmus ihrer Keys: 0 schaut auf einen Key, 1 auf alle gleich.</translation>
    </message>
    <message>
        <source>mean distance</source>
        <translation>mittlerer Abstand</translation>
    </message>
    <message>
        <source>Look furthest</source>
        <translation>Schauen am weitesten</translation>
    </message>
    <message>
        <source>Look nearest</source>
        <translation>Schauen am nächsten</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Mean distance from a token to what it looks at, in tokens.</source>
        <translation>Mittlerer Abstand eines Tokens von dem, worauf es schaut, in Tokens.</translation>
    </message>
    <message>
        <source>same token</source>
        <translation>gleiches Token</translation>
    </message>
    <message>
        <source>On the same token</source>
        <translation>Auf dem gleichen Token</translation>
    </message>
    <message>
        <source>Least on the same token</source>
        <translation>Am wenigsten auf dem gleichen Token</translation>
    </message>
    <message>
        <source>Mean weight of repeated tokens on their earlier occurrences.</source>
        <translation>Mittleres Gewicht wiederholter Tokens auf ihren früheren Vorkommen.</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>Induktion</translation>
    </message>
    <message>
        <source>On what followed before</source>
        <translation>Auf dem, was zuvor folgte</translation>
    </message>
    <message>
        <source>Least on what followed before</source>
        <translation>Am wenigsten auf dem, was zuvor folgte</translation>
    </message>
    <message>
        <source>share, probe</source>
        <translation>Anteil, Probe</translation>
    </message>
    <message>
        <source>On random tokens read twice: mean weight on what followed this token the first time. Not of this text.</source>
        <translation>Auf zufälligen Tokens, zweimal gelesen: mittleres Gewicht auf dem, was diesem Token beim ersten Mal folgte. Nicht von diesem Text.</translation>
    </message>
    <message>
        <source>drawn pattern</source>
        <translation>gezeichnetes Muster</translation>
    </message>
    <message>
        <source>Closest to the drawing</source>
        <translation>Der Zeichnung am nächsten</translation>
    </message>
    <message>
        <source>Furthest from the drawing</source>
        <translation>Der Zeichnung am fernsten</translation>
    </message>
    <message>
        <source>above chance</source>
        <translation>über Zufall</translation>
    </message>
    <message>
        <source>dimension %1</source>
        <translation>Dimension %1</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>query times key</source>
        <translation>Query mal Key</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>rows %1 to %2</source>
        <translation>Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>Nothing follows this row: there is no future that it could know.</source>
        <translation>Auf diese Zeile folgt nichts: es gibt keine Zukunft, die sie wissen könnte.</translation>
    </message>
    <message>
        <source>The row of “%1” may look at “%2”, which follows it.</source>
        <translation>Die Zeile von „%1“ darf auf „%2“ schauen, das ihr folgt.</translation>
    </message>
    <message>
        <source>The row of “%1” was computed before “%2” was read: it cannot know what follows.</source>
        <translation>Die Zeile von „%1“ wurde berechnet, bevor „%2“ gelesen war: sie kann nicht wissen, was folgt.</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… %1 weitere</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1, %2 numbers</source>
        <translation>%1, %2 Zahlen</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>genau 0</translation>
    </message>
    <message>
        <source>%1 is the first that differs, in row %2: what follows reached it. This model, or its plan, lets rows know the future.</source>
        <translation>%1 ist das erste, das anders ist, in Zeile %2: was folgt, hat sie erreicht. Dieses Modell oder sein Plan lässt Zeilen die Zukunft wissen.</translation>
    </message>
    <message>
        <source>The rows behind did not change either, so this exchange shows nothing. Draw other tokens.</source>
        <translation>Auch die Zeilen dahinter haben sich nicht geändert, darum zeigt dieser Tausch nichts. Andere Tokens ziehen.</translation>
    </message>
    <message>
        <source>The same bit for bit: q, k, v and ℓ of all %1 heads. A model that reads in both directions would fail this.</source>
        <translation>Bit für Bit gleich: q, k, v und ℓ aller %1 Köpfe. Ein Modell, das in beide Richtungen liest, bestünde das nicht.</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>√</source>
        <translation>√</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Cividis-like</source>
        <translation>Cividis-artig</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
    <message>
        <source>the word itself</source>
        <translation>das Wort selbst</translation>
    </message>
    <message>
        <source>%1 word back</source>
        <translation>%1 Wort zurück</translation>
    </message>
    <message>
        <source>%1 words back</source>
        <translation>%1 Wörter zurück</translation>
    </message>
    <message>
        <source>%1 word ahead</source>
        <translation>%1 Wort voraus</translation>
    </message>
    <message>
        <source>%1 words ahead</source>
        <translation>%1 Wörter voraus</translation>
    </message>
    <message>
        <source>links: every weight from %1 on</source>
        <translation>Linien: jedes Gewicht ab %1</translation>
    </message>
    <message>
        <source>strongest of %1 token weights: %2 → %3 %4</source>
        <translation>stärkstes von %1 Tokengewichten: %2 → %3 %4</translation>
    </message>
    <message>
        <source>words: keys are summed, query pieces averaged</source>
        <translation>Wörter: Keys werden summiert, Query-Teile gemittelt</translation>
    </message>
    <message>
        <source>first word hidden, rows renormalised</source>
        <translation>erstes Wort verborgen, Zeilen neu normiert</translation>
    </message>
    <message>
        <source>words from token %1 on were never trained</source>
        <translation>Wörter ab Token %1 wurden nie trainiert</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>of the first sentence, which was pointed at last</source>
        <translation>vom ersten Satz, auf den zuletzt gezeigt wurde</translation>
    </message>
    <message>
        <source>of the second sentence, which was pointed at last</source>
        <translation>vom zweiten Satz, auf den zuletzt gezeigt wurde</translation>
    </message>
    <message>
        <source>The head is off: it writes nothing.</source>
        <translation>Der Kopf ist aus: er schreibt nichts.</translation>
    </message>
    <message>
        <source>This is the last row that was computed, of %1 tokens in the text: what follows it was not.</source>
        <translation>Das ist die letzte berechnete Zeile, von %1 Tokens im Text: was auf sie folgt, wurde nicht berechnet.</translation>
    </message>
    <message>
        <source>The text runs, and each layer attends again with NaN behind the row …</source>
        <translation>Der Text läuft, und jede Schicht rechnet ihre Aufmerksamkeit noch einmal mit NaN hinter der Zeile …</translation>
    </message>
    <message>
        <source>Both texts run, from the first token on …</source>
        <translation>Beide Texte laufen, vom ersten Token an …</translation>
    </message>
    <message>
        <source>The text that ran; in every layer, queries, keys and values of the tokens marked NaN were replaced</source>
        <translation>Der Text, der lief; in jeder Schicht wurden Queries, Keys und Values der mit NaN markierten Tokens ersetzt</translation>
    </message>
    <message>
        <source>The text that ran instead, token by token; drawn with seed %1</source>
        <translation>Der Text, der stattdessen lief, Token für Token; gezogen mit Startwert %1</translation>
    </message>
    <message>
        <source>Row %1 meets no NaN either, so this poison shows nothing.</source>
        <translation>Auch Zeile %1 begegnet keinem NaN, also zeigt dieses Gift nichts.</translation>
    </message>
    <message>
        <source>In every layer q, k and v from row %1 on were made NaN; outputs and ℓ of the rows before have the same bits, in all %2 heads.</source>
        <translation>In jeder Schicht wurden q, k und v ab Zeile %1 zu NaN gemacht; Ausgaben und ℓ der Zeilen davor haben dieselben Bits, in allen %2 Köpfen.</translation>
    </message>
    <message>
        <source>raw %1</source>
        <translation>roh %1</translation>
    </message>
    <message>
        <source>exact; the picture shows the max of each %1 × %1</source>
        <translation>genau; das Bild zeigt das Maximum von je %1 × %1</translation>
    </message>
    <message>
        <source>rank %1 of %2</source>
        <translation>Rang %1 von %2</translation>
    </message>
    <message>
        <source>Hidden, raw %1.</source>
        <translation>Verborgen, roh %1.</translation>
    </message>
    <message>
        <source>Nothing left of this row, raw %1.</source>
        <translation>Von dieser Zeile bleibt nichts, roh %1.</translation>
    </message>
    <message>
        <source>Shown %1, raw %2, %3.</source>
        <translation>Gezeigt %1, roh %2, %3.</translation>
    </message>
    <message>
        <source>Weight %1, %2.</source>
        <translation>Gewicht %1, %2.</translation>
    </message>
    <message>
        <source>less than %1 percent</source>
        <translation>weniger als %1 Prozent</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
    <message>
        <source>1 word masked.</source>
        <translation>1 Wort verdeckt.</translation>
    </message>
    <message>
        <source>1 key masked.</source>
        <translation>1 Key verdeckt.</translation>
    </message>
    <message>
        <source>%1 words masked.</source>
        <translation>%1 Wörter verdeckt.</translation>
    </message>
    <message>
        <source>%1 keys masked.</source>
        <translation>%1 Keys verdeckt.</translation>
    </message>
    <message>
        <source>Query %1, %2.</source>
        <translation>Query %1, %2.</translation>
    </message>
    <message>
        <source>No key is allowed.</source>
        <translation>Kein Key ist erlaubt.</translation>
    </message>
    <message>
        <source>Nothing left of this row.</source>
        <translation>Von dieser Zeile bleibt nichts.</translation>
    </message>
    <message>
        <source>Top keys: %1.</source>
        <translation>Stärkste Keys: %1.</translation>
    </message>
    <message>
        <source>Entropy %1 nats.</source>
        <translation>Entropie %1 nats.</translation>
    </message>
    <message>
        <source>Hidden: %1, raw %2.</source>
        <translation>Verborgen: %1, roh %2.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Raw weight</source>
        <translation>Rohes Gewicht</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>Mean weight of drawn rows on drawn cells, less what rows that look everywhere alike would put there.</source>
        <translation>Mittleres Gewicht gezeichneter Zeilen auf gezeichneten Zellen, abzüglich dessen, was Zeilen dorthin gäben, die überallhin gleich schauen.</translation>
    </message>
    <message>
        <source>the empty text</source>
        <translation>„“ (leer)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>%1 at position %2</source>
        <translation>%1 an Position %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>gerade nicht möglich</translation>
    </message>
    <message>
        <source>first sentence</source>
        <translation>erster Satz</translation>
    </message>
    <message>
        <source>second sentence</source>
        <translation>zweiter Satz</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>%1 of the pairs</source>
        <translation>%1 der Paare</translation>
    </message>
    <message>
        <source>mass kept %1 on average, %2 at least</source>
        <translation>Restmasse im Mittel %1, mindestens %2</translation>
    </message>
    <message>
        <source>KL %1 nats</source>
        <translation>KL %1 nat</translation>
    </message>
    <message>
        <source>output error %1</source>
        <translation>Ausgabefehler %1</translation>
    </message>
    <message>
        <source>empty rows: %1</source>
        <translation>leere Zeilen: %1</translation>
    </message>
    <message>
        <source>masked after training</source>
        <translation>nach dem Training maskiert</translation>
    </message>
    <message>
        <source>difference, up to ±%1</source>
        <translation>Differenz, bis ±%1</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>%1 (not retrained)</source>
        <translation>%1 (nicht neu trainiert)</translation>
    </message>
    <message>
        <source>Mass kept</source>
        <translation>Restmasse</translation>
    </message>
    <message>
        <source>Output error</source>
        <translation>Ausgabefehler</translation>
    </message>
    <message>
        <source>least of a pixel</source>
        <translation>Minimum je Pixel</translation>
    </message>
    <message>
        <source>most of a pixel</source>
        <translation>Maximum je Pixel</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>%1 mnat</source>
        <translation>%1 mnat</translation>
    </message>
    <message>
        <source>Allowed pairs</source>
        <translation>Erlaubte Paare</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Score bytes</source>
        <translation>Score-Bytes</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV-Cache</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1-Kacheln</translation>
    </message>
    <message>
        <source>Useful share</source>
        <translation>Nutzanteil</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Attention of this head alone on this machine, median of three runs. Choosing keys is not in it.</source>
        <translation>Nur die Aufmerksamkeit dieses Kopfes auf diesem Rechner, Median dreier Läufe. Die Wahl der Keys ist nicht dabei.</translation>
    </message>
    <message>
        <source>N tokens, head width d = %1, e = %2 bytes a number, tiles of T = %3</source>
        <translation>N Tokens, Kopfbreite d = %1, e = %2 Bytes je Zahl, Kacheln mit T = %3</translation>
    </message>
    <message>
        <source>Scores and outputs. Choosing keys is not counted.</source>
        <translation>Scores und Ausgaben. Die Wahl der Keys zählt nicht mit.</translation>
    </message>
    <message>
        <source>Those of allowed pairs alone, packed. A whole matrix has e · N².</source>
        <translation>Nur die erlaubter Paare, gepackt. Eine ganze Matrix hat e · N².</translation>
    </message>
    <message>
        <source>Tiles that have an allowed pair, and so have to be computed.</source>
        <translation>Kacheln mit einem erlaubten Paar, die darum zu berechnen sind.</translation>
    </message>
    <message>
        <source>Of the cells of touched tiles, those that are allowed.</source>
        <translation>Von den Zellen berührter Kacheln die erlaubten.</translation>
    </message>
    <message>
        <source>Rows of K and V that a decoder must hold at once.</source>
        <translation>Zeilen von K und V, die ein Decoder zugleich halten muss.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Every pair.</source>
        <translation>Jedes Paar.</translation>
    </message>
    <message>
        <source>Each token sees itself and all before it.</source>
        <translation>Jedes Token sieht sich und alle davor.</translation>
    </message>
    <message>
        <source>Neighbours: the query itself counts.</source>
        <translation>Nachbarn: die Query selbst zählt mit.</translation>
    </message>
    <message>
        <source>A window with gaps: w keys, d apart.</source>
        <translation>Ein Fenster mit Lücken: w Keys im Abstand d.</translation>
    </message>
    <message>
        <source>Chunks that see only themselves.</source>
        <translation>Blöcke, die nur sich selbst sehen.</translation>
    </message>
    <message>
        <source>The nearest l tokens, and every l-th one.</source>
        <translation>Die nächsten l Tokens und jedes l-te.</translation>
    </message>
    <message>
        <source>Its own chunk, and the last c tokens of each chunk.</source>
        <translation>Der eigene Block und die letzten c Tokens jedes Blocks.</translation>
    </message>
    <message>
        <source>A window of w on each side, and tokens that see and are seen by all.</source>
        <translation>Ein Fenster von w je Seite und Tokens, die alle sehen und alle sie.</translation>
    </message>
    <message>
        <source>The first tokens, on which many heads park their weight.</source>
        <translation>Die ersten Tokens, auf denen viele Köpfe ihr Gewicht parken.</translation>
    </message>
    <message>
        <source>Named tokens see all and are seen by all.</source>
        <translation>Genannte Tokens sehen alle, und alle sehen sie.</translation>
    </message>
    <message>
        <source>Named tokens are seen by all.</source>
        <translation>Alle sehen genannte Tokens.</translation>
    </message>
    <message>
        <source>Named distances.</source>
        <translation>Genannte Abstände.</translation>
    </message>
    <message>
        <source>Distances 0, 1, 2, 4, 8 …</source>
        <translation>Abstände 0, 1, 2, 4, 8 …</translation>
    </message>
    <message>
        <source>For each chunk of queries r chunks of keys, drawn by the seed.</source>
        <translation>Für jeden Query-Block r Key-Blöcke, vom Seed gezogen.</translation>
    </message>
    <message>
        <source>First, last and neighbouring chunks, and r drawn ones.</source>
        <translation>Erster, letzter und benachbarte Blöcke und r gezogene.</translation>
    </message>
    <message>
        <source>Any condition on query, key and length.</source>
        <translation>Jede Bedingung an Query, Key und Länge.</translation>
    </message>
    <message>
        <source>Each query&apos;s k best keys, chosen from its scores.</source>
        <translation>Die k besten Keys jeder Query, nach ihren Scores.</translation>
    </message>
    <message>
        <source>Each query&apos;s k best chunks, by their mean key.</source>
        <translation>Die k besten Blöcke jeder Query, nach mittlerem Key.</translation>
    </message>
    <message>
        <source>The n best chunks, by scores of compressed keys.</source>
        <translation>Die n besten Blöcke, nach Scores komprimierter Keys.</translation>
    </message>
    <message>
        <source>Tokens that fall into one bucket of a seeded hash.</source>
        <translation>Tokens im selben Fach eines Hashs mit Seed.</translation>
    </message>
    <message>
        <source>Tokens that belong to one cluster.</source>
        <translation>Tokens, die zu einem Cluster gehören.</translation>
    </message>
    <message>
        <source>Pairs painted by hand.</source>
        <translation>Von Hand gemalte Paare.</translation>
    </message>
    <message>
        <source>named tokens, both ways</source>
        <translation>genannte Tokens, beidseitig</translation>
    </message>
    <message>
        <source>sees all, is seen by all</source>
        <translation>sieht alle, alle sehen es</translation>
    </message>
    <message>
        <source>no token of this text</source>
        <translation>kein Token im Text</translation>
    </message>
    <message>
        <source>areas by hand: %1 allowed</source>
        <translation>Flächen von Hand: %1 erlaubt</translation>
    </message>
    <message>
        <source>areas by hand: %1 removed</source>
        <translation>Flächen von Hand: %1 gesperrt</translation>
    </message>
    <message>
        <source>areas: %1 allowed, %2 removed</source>
        <translation>Flächen: %1 erlaubt, %2 gesperrt</translation>
    </message>
    <message>
        <source>the last w tokens</source>
        <translation>letzte w Tokens</translation>
    </message>
    <message>
        <source>the first s tokens</source>
        <translation>erste s Tokens</translation>
    </message>
    <message>
        <source>every l-th token</source>
        <translation>jedes l-te Token</translation>
    </message>
    <message>
        <source>same chunk of b</source>
        <translation>gleicher b-Block</translation>
    </message>
    <message>
        <source>window with gaps</source>
        <translation>Fenster mit Lücken</translation>
    </message>
    <message>
        <source>r per row, seeded</source>
        <translation>r je Zeile, mit Seed</translation>
    </message>
    <message>
        <source>k best, from data</source>
        <translation>k beste, aus Daten</translation>
    </message>
    <message>
        <source>Causal</source>
        <translation>Kausal</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Sinks</source>
        <translation>Sinks</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>Global</translation>
    </message>
    <message>
        <source>Strided</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Dilated</source>
        <translation>Gedehnt</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>Gemalt</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>draws</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>key ≤ query</source>
        <translation>Key ≤ Query</translation>
    </message>
    <message>
        <source>last %1 tokens</source>
        <translation>letzte %1 Tokens</translation>
    </message>
    <message>
        <source>%1 tokens either way</source>
        <translation>%1 Tokens beiderseits</translation>
    </message>
    <message>
        <source>no first token</source>
        <translation>kein erstes Token</translation>
    </message>
    <message>
        <source>first %1 tokens</source>
        <translation>erste %1 Tokens</translation>
    </message>
    <message>
        <source>nearest %1, each %1th</source>
        <translation>nächste %1, jedes %1.</translation>
    </message>
    <message>
        <source>same chunk of %1</source>
        <translation>gleicher %1er-Block</translation>
    </message>
    <message>
        <source>%1 keys, %2 apart</source>
        <translation>%1 Keys, Abstand %2</translation>
    </message>
    <message>
        <source>%1 chunks of %2</source>
        <translation>%1 Blöcke zu %2</translation>
    </message>
    <message>
        <source>the best, from data</source>
        <translation>der beste, aus Daten</translation>
    </message>
    <message>
        <source>%1 best, from data</source>
        <translation>%1 beste, aus Daten</translation>
    </message>
    <message>
        <source>The plan pools key/value heads: k and v are means of %1 heads. The model was not retrained for it.</source>
        <translation>Der Plan fasst Key/Value-Köpfe zusammen: k und v sind Mittel von %1 Köpfen. Das Modell wurde dafür nicht neu trainiert.</translation>
    </message>
    <message>
        <source>Every token with every token at %1: %2 pairs, %3 of scores, %4 FLOPs.</source>
        <translation>Jedes Token mit jedem bei %1: %2 Paare, %3 Scores, %4 FLOPs.</translation>
    </message>
    <message>
        <source>the model&apos;s own mask holds</source>
        <translation>die Maske des Modells gilt</translation>
    </message>
    <message>
        <source>Lost %1.</source>
        <translation>Verloren: %1.</translation>
    </message>
    <message>
        <source>Gained %1.</source>
        <translation>Gewonnen: %1.</translation>
    </message>
    <message>
        <source>sparse: %1</source>
        <translation>sparse: %1</translation>
    </message>
    <message>
        <source>Mass kept by each query</source>
        <translation>Masse, die jede Query behält</translation>
    </message>
    <message>
        <source>mean %1, lowest %2</source>
        <translation>Mittel %1, kleinste %2</translation>
    </message>
    <message>
        <source>Output error of each query</source>
        <translation>Ausgabefehler jeder Query</translation>
    </message>
    <message>
        <source>of the whole head %1, largest %2</source>
        <translation>des ganzen Kopfes %1, größter %2</translation>
    </message>
    <message>
        <source>the rest of the pattern</source>
        <translation>der Rest des Musters</translation>
    </message>
    <message>
        <source>allowed by %1</source>
        <translation>erlaubt durch %1</translation>
    </message>
    <message>
        <source>allowed by %1, also by %2</source>
        <translation>erlaubt durch %1, auch durch %2</translation>
    </message>
    <message>
        <source>Allowed by</source>
        <translation>Erlaubt durch</translation>
    </message>
    <message>
        <source>colour: the first part that allows the pair</source>
        <translation>Farbe: der erste Teil, der das Paar erlaubt</translation>
    </message>
    <message>
        <source>full tile, %1 pairs, useful share %2</source>
        <translation>volle Kachel, %1 Paare, Nutzanteil %2</translation>
    </message>
    <message>
        <source>partial tile, %1 of %2 pairs, useful share %3</source>
        <translation>Teilkachel, %1 von %2 Paaren, Nutzanteil %3</translation>
    </message>
    <message>
        <source>%1; this pair is computed for nothing</source>
        <translation>%1; dieses Paar wird umsonst berechnet</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>tiles of %1 × %1</source>
        <translation>Kacheln von %1 × %1</translation>
    </message>
    <message>
        <source>in a skipped tile</source>
        <translation>in einer übersprungenen Kachel</translation>
    </message>
    <message>
        <source>stays, the only key of its row</source>
        <translation>bleibt, der einzige Key seiner Zeile</translation>
    </message>
    <message>
        <source>stays, one of %1 keys of its row</source>
        <translation>bleibt, einer von %1 Keys seiner Zeile</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>no weights: keys of a row weigh the same</source>
        <translation>keine Gewichte: Keys einer Zeile wiegen gleich</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 of its %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1 allows %2 pairs, %3 of which no part before it allows</source>
        <translation>%1 erlaubt %2 Paare, davon %3, die kein Teil davor erlaubt</translation>
    </message>
    <message>
        <source>%1 pairs</source>
        <translation>%1 Paare</translation>
    </message>
    <message>
        <source>what several parts allow has the colour of the first</source>
        <translation>was mehrere Teile erlauben, hat die Farbe des ersten</translation>
    </message>
    <message>
        <source>%1: %2 of %3 tiles touched, useful share %4</source>
        <translation>%1: %2 von %3 Kacheln berührt, Nutzanteil %4</translation>
    </message>
    <message>
        <source>Tiles %1, sparse</source>
        <translation>Kacheln %1, sparsam</translation>
    </message>
    <message>
        <source>full: %1</source>
        <translation>voll: %1</translation>
    </message>
    <message>
        <source>Every pair of them is allowed</source>
        <translation>Jedes ihrer Paare ist erlaubt</translation>
    </message>
    <message>
        <source>partial: %1</source>
        <translation>teilweise: %1</translation>
    </message>
    <message>
        <source>Computed whole, since some of their pairs are allowed: these</source>
        <translation>Ganz berechnet, weil einige ihrer Paare erlaubt sind: diese</translation>
    </message>
    <message>
        <source>computed there for nothing</source>
        <translation>dort umsonst berechnet</translation>
    </message>
    <message>
        <source>Pairs of partial tiles that are not allowed</source>
        <translation>Paare von Teilkacheln, die nicht erlaubt sind</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <translation>übersprungen: %1</translation>
    </message>
    <message>
        <source>No pair of them is allowed</source>
        <translation>Keines ihrer Paare ist erlaubt</translation>
    </message>
    <message>
        <source>sparse</source>
        <translation>sparsam</translation>
    </message>
    <message>
        <source>%1: 1 key.</source>
        <translation>%1: 1 Key.</translation>
    </message>
    <message>
        <source>%1: %2 keys.</source>
        <translation>%1: %2 Keys.</translation>
    </message>
    <message>
        <source>first of each %1 × %1 cells</source>
        <translation>erste von je %1 × %1 Zellen</translation>
    </message>
</context>
<context>
    <name>ui::AttentionView</name>
    <message>
        <source>query %1, %2</source>
        <translation>Query %1, %2</translation>
    </message>
    <message>
        <source>key %1, %2</source>
        <translation>Key %1, %2</translation>
    </message>
    <message>
        <source>Attention of one head</source>
        <translation>Aufmerksamkeit eines Kopfes</translation>
    </message>
</context>
<context>
    <name>ui::CellLegend</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>ui::ComparePictures</name>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>Sparse</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>%1 pairs</source>
        <translation>%1 Paare</translation>
    </message>
    <message>
        <source>%1 of pairs</source>
        <translation>%1 der Paare</translation>
    </message>
    <message>
        <source>pairs alone, %1</source>
        <translation>nur Paare, %1</translation>
    </message>
    <message>
        <source>lost ◂ ▸ gained</source>
        <translation>weniger ◂ ▸ mehr</translation>
    </message>
</context>
<context>
    <name>ui::CompareView</name>
    <message>
        <source>How the pictures are drawn</source>
        <translation>Wie die Bilder gezeichnet sind</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>The sparse picture shows the weights over the pairs that stay</source>
        <translation>Das Sparse-Bild zeigt die Gewichte über die Paare, die bleiben</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>The sparse picture shows the pattern alone: every pair that stays weighs the same</source>
        <translation>Das Sparse-Bild zeigt nur das Muster: jedes Paar, das bleibt, wiegt gleich</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>As heatmaps</source>
        <translation>Als Heatmaps</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Own and sparse as links between tokens</source>
        <translation>Eigene und Sparse als Linien zwischen Tokens</translation>
    </message>
    <message>
        <source>Link zoom</source>
        <translation>Mitzoomen</translation>
    </message>
    <message>
        <source>What is zoomed in one picture is zoomed in all</source>
        <translation>Was in einem Bild gezoomt wird, wird es in allen</translation>
    </message>
    <message>
        <source>What patterns cost</source>
        <translation>Was Muster kosten</translation>
    </message>
    <message>
        <source>What patterns do to the model</source>
        <translation>Was Muster mit dem Modell machen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>Effect on the model</source>
        <translation>Wirkung aufs Modell</translation>
    </message>
    <message>
        <source>Crop, slide, full</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>change of pattern</source>
        <translation>Änderung des Musters</translation>
    </message>
    <message>
        <source>further pattern</source>
        <translation>weiteres Muster</translation>
    </message>
    <message>
        <source>removal of a pattern</source>
        <translation>Entfernen eines Musters</translation>
    </message>
    <message>
        <source>painting of a pattern</source>
        <translation>Malen eines Musters</translation>
    </message>
    <message>
        <source>text %1</source>
        <translation>Text %1</translation>
    </message>
    <message>
        <source>pattern of the sweep</source>
        <translation>Muster der Serie</translation>
    </message>
    <message>
        <source>Query %1 “%2”</source>
        <translation>Query %1 „%2“</translation>
    </message>
    <message>
        <source>%1 keeps %2 of its mass (KL %3 nats), its output moves %4.</source>
        <translation>%1 behält %2 ihrer Masse (KL %3 nat), Ausgabe ändert sich um %4.</translation>
    </message>
    <message>
        <source>%1 keeps nothing: its row is empty and writes nothing.</source>
        <translation>%1 behält nichts: ihre Zeile ist leer und schreibt nichts.</translation>
    </message>
    <message>
        <source>Copied the pattern as JSON</source>
        <translation>Muster als JSON kopiert</translation>
    </message>
    <message>
        <source>Copied a mask_mod for FlexAttention, as Python</source>
        <translation>mask_mod für FlexAttention kopiert, als Python</translation>
    </message>
    <message>
        <source>Still of the text, head or patterns before.</source>
        <translation>Noch von Text, Kopf oder Muster davor.</translation>
    </message>
    <message>
        <source>This head: %1.</source>
        <translation>Dieser Kopf: %1.</translation>
    </message>
    <message>
        <source>Point at a row to see what it keeps. Hatched: not allowed, never drawn as zero.</source>
        <translation>Zeige auf eine Zeile, um zu sehen, was sie behält. Schraffiert: nicht erlaubt, nie als 0 gezeichnet.</translation>
    </message>
    <message>
        <source>Allowed by</source>
        <translation>Erlaubt durch</translation>
    </message>
    <message>
        <source>The sparse picture shows which part of the pattern lets each pair be</source>
        <translation>Das sparsame Bild zeigt, welcher Teil des Musters jedes Paar zulässt</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Which tiles a kernel computes: full ones, partial ones, and those that it skips</source>
        <translation>Welche Kacheln ein Kernel berechnet: volle, teilweise und die, die er überspringt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>The picture of what the pattern changes (D)</source>
        <translation>Das Bild dessen, was das Muster ändert (D)</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>The own and the sparse picture in each other’s place (X)</source>
        <translation>Eigenes und sparsames Bild vertauscht (X)</translation>
    </message>
</context>
<context>
    <name>ui::ComparisonController</name>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
</context>
<context>
    <name>ui::ContextBar</name>
    <message>
        <source>%1 layers × %2 heads</source>
        <translation>%1 Schichten × %2 Köpfe</translation>
    </message>
    <message>
        <source>%1 key/value heads</source>
        <translation>%1 Key/Value-Köpfe</translation>
    </message>
    <message>
        <source>Model and head</source>
        <translation>Modell und Kopf</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
</context>
<context>
    <name>ui::ContextCard</name>
    <message>
        <source>Crop, slide, full</source>
        <translation>Gekürzt, gleitend, voll</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Tokens that a token sees, itself among them</source>
        <translation>Tokens, die ein Token sieht, sich selbst mitgezählt</translation>
    </message>
    <message>
        <source>Sinks</source>
        <translation>Sinks</translation>
    </message>
    <message>
        <source>First tokens that stay in sight when the window slid off them</source>
        <translation>Erste Tokens, die sichtbar bleiben, wenn das Fenster über sie hinaus ist</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence Σ full · ln(full / this) of the next token</source>
        <translation>Kullback-Leibler-Divergenz Σ voll · ln(voll / diese) des nächsten Tokens</translation>
    </message>
    <message>
        <source>−ln of the probability that the model gave the token that came, mean over the text</source>
        <translation>−ln der Wahrscheinlichkeit, die das Modell dem Token gab, das kam, im Mittel über den Text</translation>
    </message>
    <message>
        <source>The text read in full, through a sliding window, and cropped to its last tokens.</source>
        <translation>Der Text ganz gelesen, durch ein gleitendes Fenster und auf seine letzten Tokens gekürzt.</translation>
    </message>
    <message>
        <source>Reading the text… These numbers are of what was read before.</source>
        <translation>Der Text wird gelesen … Diese Zahlen sind vom zuvor Gelesenen.</translation>
    </message>
    <message>
        <source>Reading the text in full and in part…</source>
        <translation>Der Text wird ganz und in Teilen gelesen …</translation>
    </message>
    <message>
        <source>Layers hand on what they saw: through %1 of them a window of %2 hears of %3 tokens before. The cropped text begins at position 0, without a start token.</source>
        <translation>Schichten reichen weiter, was sie sahen: durch %1 davon reicht ein Fenster von %2 um %3 Tokens zurück. Der gekürzte Text beginnt an Position 0, ohne Start-Token.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Sliding, %1</source>
        <translation>Gleitend, %1</translation>
    </message>
    <message>
        <source>Sliding, %1 + 1 sink</source>
        <translation>Gleitend, %1 + 1 Sink</translation>
    </message>
    <message>
        <source>Sliding, %1 + %2 sinks</source>
        <translation>Gleitend, %1 + %2 Sinks</translation>
    </message>
    <message>
        <source>Cropped, %1</source>
        <translation>Gekürzt, %1</translation>
    </message>
    <message>
        <source>the model as it is</source>
        <translation>Modell, wie es ist</translation>
    </message>
    <message>
        <source>KL from full %1</source>
        <translation>KL zu voll %1</translation>
    </message>
    <message>
        <source>loss –</source>
        <translation>Loss –</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Loss %1</translation>
    </message>
    <message>
        <source>Next token: %1</source>
        <translation>Nächstes Token: %1</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>sliding</source>
        <translation>gleitend</translation>
    </message>
    <message>
        <source>with sinks</source>
        <translation>mit Sinks</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>loss %1 over the last %2</source>
        <translation>Loss %1 über die letzten %2</translation>
    </message>
    <message>
        <source>%1 over all %2</source>
        <translation>%1 über alle %2</translation>
    </message>
    <message>
        <source>loss %1 over all %2</source>
        <translation>Loss %1 über alle %2</translation>
    </message>
    <message>
        <source>These numbers are of what was read before.</source>
        <translation>Diese Zahlen sind von dem, was davor gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>ui::CostCard</name>
    <message>
        <source>Cost of each pattern</source>
        <translation>Kosten jedes Musters</translation>
    </message>
    <message>
        <source>Number of tokens that the cost is of</source>
        <translation>Zahl der Tokens, für die die Kosten gelten</translation>
    </message>
    <message>
        <source>Choose or type a number of tokens</source>
        <translation>Eine Zahl von Tokens wählen oder eingeben</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>%1 (this text)</source>
        <translation>%1 (dieser Text)</translation>
    </message>
    <message>
        <source>Ratio %1</source>
        <translation>Faktor %1</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, ratio: %2</source>
        <translation>%1, Faktor: %2</translation>
    </message>
    <message>
        <source>Head width that the cost is of</source>
        <translation>Kopfbreite, von der die Kosten sind</translation>
    </message>
    <message>
        <source>Numbers in a query, key or value of one head</source>
        <translation>Zahlen in Query, Key oder Value eines Kopfes</translation>
    </message>
    <message>
        <source>d = %1, this head</source>
        <translation>d = %1, dieser Kopf</translation>
    </message>
    <message>
        <source>d = %1</source>
        <translation>d = %1</translation>
    </message>
    <message>
        <source>“%1” is no number of tokens: whole numbers from 1 to %2 are. These are still the costs at %3 tokens.</source>
        <translation>„%1“ ist keine Zahl von Tokens: ganze Zahlen von 1 bis %2 sind es. Dies sind noch die Kosten bei %3 Tokens.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a pattern, why it has no cost</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::EffectCard</name>
    <message>
        <source>Effect on the model</source>
        <translation>Wirkung aufs Modell</translation>
    </message>
    <message>
        <source>this head</source>
        <translation>dieser Kopf</translation>
    </message>
    <message>
        <source>this layer</source>
        <translation>diese Schicht</translation>
    </message>
    <message>
        <source>the whole model</source>
        <translation>ganzes Modell</translation>
    </message>
    <message>
        <source>Next-token KL, mean</source>
        <translation>KL nächstes Token, Ø</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence Σ own · ln(own / plan) of the next token, mean over all positions.
own: with the model&apos;s own attention. 0 where both are the same.</source>
        <translation>Kullback-Leibler-Divergenz Σ eigene · ln(eigene / Plan) des nächsten Tokens, im Mittel über alle Positionen.
eigene: mit der eigenen Aufmerksamkeit des Modells. 0, wo beide gleich sind.</translation>
    </message>
    <message>
        <source>… after the last token</source>
        <translation>… nach dem letzten Token</translation>
    </message>
    <message>
        <source>The same of the token that would be written next.</source>
        <translation>Dasselbe für das Token, das als nächstes geschrieben würde.</translation>
    </message>
    <message>
        <source>Same top token</source>
        <translation>Gleiches Top-Token</translation>
    </message>
    <message>
        <source>Positions whose most likely next token stays what it was.</source>
        <translation>Positionen, deren wahrscheinlichstes nächstes Token bleibt, was es war.</translation>
    </message>
    <message>
        <source>Loss, own → plan</source>
        <translation>Loss, eigene → Plan</translation>
    </message>
    <message>
        <source>−ln of the probability that the model gave the token that came, mean.</source>
        <translation>−ln der Wahrscheinlichkeit, die das Modell dem Token gab, das kam, im Mittel.</translation>
    </message>
    <message>
        <source>Next token after the text</source>
        <translation>Nächstes Token nach dem Text</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Try a pattern to see what the model makes of it.</source>
        <translation>Ein Muster erproben: was macht das Modell daraus?</translation>
    </message>
    <message>
        <source>Masking a densely trained model is not training a sparse one.</source>
        <translation>Ein dicht trainiertes Modell zu maskieren ist kein Sparse-Training.</translation>
    </message>
    <message>
        <source>%1 → %2 nats</source>
        <translation>%1 → %2 nat</translation>
    </message>
    <message>
        <source>Among the five most likely under the plan alone</source>
        <translation>Nur mit dem Plan unter den fünf wahrscheinlichsten</translation>
    </message>
    <message>
        <source>Among the five most likely with the model&apos;s own attention alone</source>
        <translation>Nur mit der eigenen Aufmerksamkeit des Modells unter den fünf wahrscheinlichsten</translation>
    </message>
    <message>
        <source>Running the model with what is tried, and without…</source>
        <translation>Das Modell läuft mit dem, was versucht wird, und ohne…</translation>
    </message>
    <message>
        <source>Running the model… These numbers are of what was tried before.</source>
        <translation>Das Modell läuft… Diese Zahlen sind von dem, was davor versucht wurde.</translation>
    </message>
    <message>
        <source>These numbers are of what was tried before.</source>
        <translation>Diese Zahlen sind von dem, was davor versucht wurde.</translation>
    </message>
    <message>
        <source>What it is tried on</source>
        <translation>Woran es versucht wird</translation>
    </message>
    <message>
        <source>How far it reaches in the run that these numbers are of</source>
        <translation>Wie weit es in dem Lauf reicht, von dem diese Zahlen sind</translation>
    </message>
    <message>
        <source>What is tried on the model</source>
        <translation>Was am Modell versucht wird</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>the pattern</source>
        <translation>das Muster</translation>
    </message>
    <message>
        <source>kv_groups(%1)</source>
        <comment>as plans have it</comment>
        <translation>kv_groups(%1)</translation>
    </message>
    <message>
        <source>The pattern on show, or the %1 key/value heads of a layer in fewer groups, each of which reads the mean keys and values of its heads</source>
        <translation>Das gezeigte Muster oder die %1 Key/Value-Köpfe einer Schicht in weniger Gruppen, von denen jede die mittleren Keys und Values ihrer Köpfe liest</translation>
    </message>
    <message>
        <source>This model has one key/value head in a layer: there is none to share it with</source>
        <translation>Dieses Modell hat einen Key/Value-Kopf je Schicht: es gibt keinen, mit dem er geteilt werden könnte</translation>
    </message>
    <message>
        <source>kv_groups(%1)</source>
        <translation>kv_groups(%1)</translation>
    </message>
    <message>
        <source>Mean-pooled, not retrained: a model trained with fewer key/value heads would have learned other ones.</source>
        <translation>Gemittelt, nicht neu trainiert: ein mit weniger Key/Value-Köpfen trainiertes Modell hätte andere gelernt.</translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Use the built-in model %1</source>
        <translation>Das mitgelieferte Modell %1 verwenden</translation>
    </message>
    <message>
        <source>Open model folder…</source>
        <translation>Modellordner öffnen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type a sentence and see where each word looks</source>
        <translation>Einen Satz schreiben und sehen, wohin jedes Wort schaut</translation>
    </message>
    <message>
        <source>Open a folder with config.json, model.safetensors and tokenizer.json, or drop it anywhere on this window.</source>
        <translation>Einen Ordner mit config.json, model.safetensors und tokenizer.json öffnen oder irgendwo auf diesem Fenster ablegen.</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>ui::ExploreController</name>
    <message>
        <source>Opening %1 was stopped.</source>
        <translation>Das Öffnen von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Second sentence: %1</source>
        <translation>Zweiter Satz: %1</translation>
    </message>
    <message>
        <source>The picture stays that of %1, which can be kept here.</source>
        <translation>Das Bild bleibt das von %1; es kann hier behalten werden.</translation>
    </message>
</context>
<context>
    <name>ui::ExploreView</name>
    <message>
        <source>Attention of the head on show</source>
        <translation>Aufmerksamkeit des gezeigten Kopfes</translation>
    </message>
    <message>
        <source>Leave solo</source>
        <translation>Solo verlassen</translation>
    </message>
    <message>
        <source>Brings the panels at the sides back (Esc)</source>
        <translation>Bringt die Felder an den Seiten zurück (Esc)</translation>
    </message>
    <message>
        <source>Tokens or words</source>
        <translation>Tokens oder Wörter</translation>
    </message>
    <message>
        <source>Of the first sentence</source>
        <translation>Vom ersten Satz</translation>
    </message>
    <message>
        <source>Of the second sentence</source>
        <translation>Vom zweiten Satz</translation>
    </message>
    <message>
        <source>Second sentence: %1</source>
        <translation>Zweiter Satz: %1</translation>
    </message>
    <message>
        <source>First sentence</source>
        <translation>Erster Satz</translation>
    </message>
    <message>
        <source>Second sentence</source>
        <translation>Zweiter Satz</translation>
    </message>
</context>
<context>
    <name>ui::FutureCard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Proof that a row cannot know what follows</source>
        <translation>Beweis, dass eine Zeile nicht wissen kann, was folgt</translation>
    </message>
    <message>
        <source>Put the proof away</source>
        <translation>Den Beweis weglegen</translation>
    </message>
    <message>
        <source>What is exchanged</source>
        <translation>Was getauscht wird</translation>
    </message>
    <message>
        <source>all that follows</source>
        <translation>alles, was folgt</translation>
    </message>
    <message>
        <source>the next token alone</source>
        <translation>nur das nächste Token</translation>
    </message>
    <message>
        <source>poison: not numbers</source>
        <translation>Gift: keine Zahlen</translation>
    </message>
    <message>
        <source>In every layer, queries, keys and values of all that follows are made NaN</source>
        <translation>In jeder Schicht werden Queries, Keys und Values von allem, was folgt, zu NaN gemacht</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Größter Unterschied</translation>
    </message>
    <message>
        <source>Row %1, “%2”, with another future</source>
        <translation>Zeile %1, „%2“, mit einer anderen Zukunft</translation>
    </message>
    <message>
        <source>Draw others</source>
        <translation>Andere ziehen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Stopped before it was done: nothing is shown by it.</source>
        <translation>Abgebrochen, bevor er fertig war: er zeigt nichts.</translation>
    </message>
    <message>
        <source>Previous: computed for %1, before text, plan or model changed.</source>
        <translation>Voriges: berechnet für %1, bevor sich Text, Plan oder Modell änderte.</translation>
    </message>
    <message>
        <source>Previous: asked about %1, before text, plan or model changed.</source>
        <translation>Voriges: gefragt zu %1, bevor sich Text, Plan oder Modell änderte.</translation>
    </message>
    <message>
        <source>Row %1, “%2”, with a poisoned future</source>
        <translation>Zeile %1, „%2“, mit vergifteter Zukunft</translation>
    </message>
    <message>
        <source>First sentence</source>
        <translation>Erster Satz</translation>
    </message>
    <message>
        <source>Second sentence</source>
        <translation>Zweiter Satz</translation>
    </message>
</context>
<context>
    <name>ui::FuturePanel</name>
    <message>
        <source>Prove it</source>
        <translation>Beweise es</translation>
    </message>
    <message>
        <source>Runs the text again with other tokens behind this row, and compares every number before them (P)</source>
        <translation>Lässt den Text mit anderen Tokens hinter dieser Zeile noch einmal laufen und vergleicht jede Zahl davor (P)</translation>
    </message>
</context>
<context>
    <name>ui::GalleryPopup</name>
    <message>
        <source>Gallery of patterns</source>
        <translation>Mustergalerie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::GrowthChart</name>
    <message>
        <source>Cost of each pattern by the number of tokens</source>
        <translation>Kosten jedes Musters nach der Zahl der Tokens</translation>
    </message>
    <message>
        <source>What grows</source>
        <translation>Was wächst</translation>
    </message>
    <message>
        <source>Allowed pairs</source>
        <translation>Erlaubte Paare</translation>
    </message>
    <message>
        <source>Score bytes</source>
        <translation>Score-Bytes</translation>
    </message>
    <message>
        <source>KV cache bytes</source>
        <translation>KV-Cache-Bytes</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a pattern, its cost</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>At %1 tokens</source>
        <translation>Bei %1 Tokens</translation>
    </message>
    <message>
        <source>Nothing is compared yet.</source>
        <translation>Noch ist nichts verglichen.</translation>
    </message>
</context>
<context>
    <name>ui::HeadGrid</name>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Layer %1, head %2</source>
        <translation>Schicht %1, Kopf %2</translation>
    </message>
    <message>
        <source> · keys and values %1</source>
        <translation> · Keys und Values %1</translation>
    </message>
    <message>
        <source> · changed by the plan</source>
        <translation> · vom Plan verändert</translation>
    </message>
    <message>
        <source>√ scale, share of a row</source>
        <translation>√-Skala, Anteil einer Zeile</translation>
    </message>
    <message>
        <source>KV %1</source>
        <translation>KV %1</translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation>Farbe: %1</translation>
    </message>
    <message>
        <source>√ scale, share of a row · layer.head</source>
        <translation>√-Skala, Anteil einer Zeile · Schicht.Kopf</translation>
    </message>
</context>
<context>
    <name>ui::HeadsFilter</name>
    <message>
        <source>No token of this text occurs twice</source>
        <translation>Kein Token dieses Textes kommt zweimal vor</translation>
    </message>
    <message>
        <source>This text has one token</source>
        <translation>Dieser Text hat ein Token</translation>
    </message>
    <message>
        <source>Filter of the heads</source>
        <translation>Filter der Köpfe</translation>
    </message>
    <message>
        <source>Keep heads by a measure</source>
        <translation>Köpfe nach einem Maß behalten</translation>
    </message>
    <message>
        <source>Measure to filter by</source>
        <translation>Maß, nach dem gefiltert wird</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Or draw where a head should look</source>
        <translation>Oder zeichnen, wohin ein Kopf schauen soll</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriges</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>Itself</source>
        <translation>Selbst</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleiches</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Show all heads</source>
        <translation>Alle Köpfe zeigen</translation>
    </message>
    <message>
        <source>%1 of %2 heads</source>
        <translation>%1 von %2 Köpfen</translation>
    </message>
</context>
<context>
    <name>ui::HeadsList</name>
    <message>
        <source>Heads, ranked</source>
        <translation>Köpfe, der Reihe nach</translation>
    </message>
</context>
<context>
    <name>ui::HeadsMap</name>
    <message>
        <source>Map of heads: normalised entropy across, mean distance up</source>
        <translation>Karte der Köpfe: normierte Entropie nach rechts, mittlerer Abstand nach oben</translation>
    </message>
    <message>
        <source>Layer %1, head %2: normalised entropy %3, mean distance %4 tokens</source>
        <translation>Schicht %1, Kopf %2: normierte Entropie %3, mittlerer Abstand %4 Tokens</translation>
    </message>
    <message>
        <source>Layer %1, head %2 is not on the map</source>
        <translation>Schicht %1, Kopf %2 ist nicht auf der Karte</translation>
    </message>
    <message>
        <source>↑ mean distance, tokens</source>
        <translation>↑ mittlerer Abstand, Tokens</translation>
    </message>
    <message>
        <source>normalised entropy →</source>
        <translation>normierte Entropie →</translation>
    </message>
</context>
<context>
    <name>ui::HeadsPanel</name>
    <message>
        <source>%1 heads</source>
        <translation>%1 Köpfe</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>Map of heads</source>
        <translation>Karte der Köpfe</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation>+ Filter</translation>
    </message>
    <message>
        <source>Heads whose %1 is from %2 to %3</source>
        <translation>Köpfe, deren Maß „%1“ von %2 bis %3 reicht</translation>
    </message>
    <message>
        <source>Keep heads by a measure, or by a pattern that you draw</source>
        <translation>Köpfe nach einem Maß behalten oder nach einem Muster, das man zeichnet</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Sort the small pictures</source>
        <translation>Die kleinen Bilder ordnen</translation>
    </message>
    <message>
        <source>model order</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Heads in small</source>
        <translation>Köpfe im Kleinen</translation>
    </message>
    <message>
        <source>Measure of bars and list</source>
        <translation>Maß der Balken und der Liste</translation>
    </message>
    <message>
        <source>Filter of the heads</source>
        <translation>Filter der Köpfe</translation>
    </message>
    <message>
        <source>Show all heads</source>
        <translation>Alle Köpfe zeigen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Descriptions: where a head looks is not why the model answered</source>
        <translation>Beschreibungen: wohin ein Kopf schaut, ist nicht, warum das Modell so antwortet</translation>
    </message>
    <message>
        <source>of the first sentence</source>
        <translation>vom ersten Satz</translation>
    </message>
</context>
<context>
    <name>ui::HopTokens</name>
    <message>
        <source>%1 %2: never</source>
        <translation>%1 %2: nie</translation>
    </message>
    <message>
        <source>%1 %2: the query itself</source>
        <translation>%1 %2: die Query selbst</translation>
    </message>
    <message>
        <source>%1 %2: %3 layers</source>
        <translation>%1 %2: %3 Schichten</translation>
    </message>
</context>
<context>
    <name>ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>1  Match the vectors (q and k after positions)</source>
        <translation>1  Vektoren vergleichen (q und k nach Positionen)</translation>
    </message>
    <message>
        <source>q: what the query token looks for. k: what the key token offers. Both after positions were turned into them, dimension d by dimension.</source>
        <translation>q: was das Query-Token sucht. k: was das Key-Token anbietet. Beide, nachdem die Positionen hineingedreht wurden, Dimension d für Dimension.</translation>
    </message>
    <message>
        <source>2  From score to weight</source>
        <translation>2  Vom Score zum Gewicht</translation>
    </message>
    <message>
        <source>Copy steps</source>
        <translation>Schritte kopieren</translation>
    </message>
    <message>
        <source>The products and the steps as lines of text, for a calculator or a sheet</source>
        <translation>Die Produkte und die Schritte als Textzeilen, für Taschenrechner oder Tabelle</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Strongest keys of this row</source>
        <translation>Stärkste Keys dieser Zeile</translation>
    </message>
    <message>
        <source>The keys of this row with the largest weights, and ‖w·v·W_O‖, the length of what each adds to the token: its value vector v, times
its weight w, through the output matrix W_O of the head. A large weight can carry little.</source>
        <translation>Die Keys dieser Zeile mit den größten Gewichten, und ‖w·v·W_O‖, die Länge dessen, was jeder zum Token beiträgt: sein Value-Vektor v, mal
seinem Gewicht w, durch die Ausgabematrix W_O des Kopfes. Ein großes Gewicht kann wenig tragen.</translation>
    </message>
    <message>
        <source>3  What the row of “%1” carries, first token hidden</source>
        <translation>3  Was die Zeile von „%1“ trägt, erstes Token verborgen</translation>
    </message>
    <message>
        <source>3  What the row of “%1” carries</source>
        <translation>3  Was die Zeile von „%1“ trägt</translation>
    </message>
    <message>
        <source>shown weight</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>TeX</source>
        <translation>TeX</translation>
    </message>
    <message>
        <source>The same as an align* block of TeX, for a paper or a slide</source>
        <translation>Dasselbe als align*-Block in TeX, für einen Aufsatz oder eine Folie</translation>
    </message>
    <message>
        <source>Opens this weight</source>
        <translation>Öffnet dieses Gewicht</translation>
    </message>
</context>
<context>
    <name>ui::KeyboardHelp</name>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys without Ctrl or Alt act where no text is typed.</source>
        <translation>Tasten ohne Strg oder Alt gelten, wo kein Text geschrieben wird.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::LinkThreshold</name>
    <message>
        <source>Which weights are drawn as links</source>
        <translation>Welche Gewichte als Linien gezeichnet werden</translation>
    </message>
    <message>
        <source>Threshold of links</source>
        <translation>Schwelle der Linien</translation>
    </message>
    <message>
        <source>Largest weights until a share of the row is drawn</source>
        <translation>Größte Gewichte, bis ein Anteil der Zeile gezeichnet ist</translation>
    </message>
    <message>
        <source>Every weight from a fixed one on</source>
        <translation>Jedes Gewicht ab einem festen</translation>
    </message>
    <message>
        <source>Links: %1</source>
        <translation>Linien: %1</translation>
    </message>
    <message>
        <source>%1&#x202f;% of each row</source>
        <translation>%1&#x202f;% jeder Zeile</translation>
    </message>
    <message>
        <source>weights from %1</source>
        <translation>Gewichte ab %1</translation>
    </message>
</context>
<context>
    <name>ui::LookActions</name>
    <message>
        <source>Pro&amp;jector</source>
        <translation>Pro&amp;jektor</translation>
    </message>
    <message>
        <source>Larger type, darker hatch and darker faint weights, for the back of a room</source>
        <translation>Größere Schrift, dunklere Schraffur und dunklere schwache Gewichte, für die letzte Reihe</translation>
    </message>
    <message>
        <source>Nothing fades, slides or blinks</source>
        <translation>Nichts blendet, gleitet oder blinkt</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Colours of weights</source>
        <translation>&amp;Farben der Gewichte</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>Weniger &amp;Bewegung</translation>
    </message>
</context>
<context>
    <name>ui::LossChart</name>
    <message>
        <source>Loss by position</source>
        <translation>Loss nach Position</translation>
    </message>
    <message>
        <source>position of the token</source>
        <translation>Position des Tokens</translation>
    </message>
    <message>
        <source>loss, nats</source>
        <translation>Loss, nat</translation>
    </message>
    <message>
        <source>−ln p of each token: rolling mean of %1 tokens; pointing tells single ones</source>
        <translation>−ln p jedes Tokens: gleitendes Mittel über %1 Tokens; Zeigen nennt einzelne</translation>
    </message>
    <message>
        <source>−ln p of each token</source>
        <translation>−ln p jedes Tokens</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Token %1 “%2”</source>
        <translation>Token %1 „%2“</translation>
    </message>
    <message>
        <source>%1: %2 nats</source>
        <translation>%1: %2 nat</translation>
    </message>
    <message>
        <source>%1: mean %2 nats</source>
        <translation>%1: Mittel %2 nat</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Tiles recomputed from q, k, ℓ</source>
        <translation>Kacheln neu berechnet aus q, k, ℓ</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Forward pass %1</source>
        <translation>Vorwärtslauf %1</translation>
    </message>
    <message>
        <source>%1 of %2 rows computed in %3</source>
        <translation>%1 von %2 Zeilen berechnet in %3</translation>
    </message>
    <message>
        <source>Scoring heads on shuffled tokens, %1 of %2 …</source>
        <translation>Köpfe auf gemischten Tokens bewerten, %1 von %2 …</translation>
    </message>
    <message>
        <source>Scoring heads …</source>
        <translation>Köpfe bewerten …</translation>
    </message>
    <message>
        <source>%1 — Fovea</source>
        <translation>%1 — Fovea</translation>
    </message>
    <message>
        <source>Fovea</source>
        <translation>Fovea</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;What it writes</source>
        <translation>&amp;Was er schreibt</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Hover to peek · click to pin</source>
        <translation>Zeigen: Blick · Klicken: anheften</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>text of %1</source>
        <translation>Text aus %1</translation>
    </message>
    <message>
        <source>The last file is still being written.</source>
        <translation>Die letzte Datei wird noch geschrieben.</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>Modellordner ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open s&amp;ession…</source>
        <translation>S&amp;itzung öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>Sitzung &amp;speichern …</translation>
    </message>
    <message>
        <source>E&amp;xport figure…</source>
        <translation>Abbildung e&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>S&amp;ample sentences</source>
        <translation>Beis&amp;pielsätze</translation>
    </message>
    <message>
        <source>sample “%1”</source>
        <translation>Beispiel „%1“</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Show me</source>
        <translation>&amp;Zeig es mir</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;About Fovea</source>
        <translation>Ü&amp;ber Fovea</translation>
    </message>
    <message>
        <source>Show me needs a model, which is not open yet.</source>
        <translation>„Zeig es mir“ braucht ein Modell, und noch ist keines offen.</translation>
    </message>
    <message>
        <source>About Fovea</source>
        <translation>Über Fovea</translation>
    </message>
    <message>
        <source>&lt;b&gt;Fovea %1&lt;/b&gt;&lt;p&gt;Shows where a transformer looks.&lt;/p&gt;&lt;p&gt;Attention is not explanation: it shows where a head looks, not why the model answered.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Fovea %1&lt;/b&gt;&lt;p&gt;Zeigt, wohin ein Transformer schaut.&lt;/p&gt;&lt;p&gt;Aufmerksamkeit ist keine Erklärung: sie zeigt, wohin ein Kopf schaut, nicht, warum das Modell so antwortet.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Proving that a row cannot know the future …</source>
        <translation>Beweis, dass eine Zeile die Zukunft nicht wissen kann …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export the figure as SVG, PDF or PNG (%1)</source>
        <translation>Die Abbildung als SVG, PDF oder PNG exportieren (%1)</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>%1 rückgängig</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
    <message>
        <source>&amp;Rows and columns</source>
        <translation>&amp;Zeilen und Spalten</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Sca&amp;le</source>
        <translation>Ska&amp;la</translation>
    </message>
    <message>
        <source>Hea&amp;d</source>
        <translation>K&amp;opf</translation>
    </message>
    <message>
        <source>%1 is no name of a session.</source>
        <translation>%1 ist kein Name einer Sitzung.</translation>
    </message>
    <message>
        <source>Let it end with %1.</source>
        <translation>Er muss auf %1 enden.</translation>
    </message>
    <message>
        <source>Closing when the file is written …</source>
        <translation>Schließt, sobald die Datei geschrieben ist …</translation>
    </message>
    <message>
        <source>First sentence: %1</source>
        <translation>Erster Satz: %1</translation>
    </message>
    <message>
        <source>%1, of the first sentence</source>
        <translation>%1, vom ersten Satz</translation>
    </message>
    <message>
        <source>A file is being read. Show me can begin as soon as it is open.</source>
        <translation>Eine Datei wird gelesen. Zeig es mir kann beginnen, sobald sie offen ist.</translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Comparing patterns …</source>
        <translation>Muster vergleichen …</translation>
    </message>
    <message>
        <source>Running the model with the pattern …</source>
        <translation>Das Modell läuft mit dem Muster …</translation>
    </message>
</context>
<context>
    <name>ui::MarkLegend</name>
    <message>
        <source>Marks for layers %1</source>
        <translation>Zeichen für die Schichten %1</translation>
    </message>
    <message>
        <source>The shape of a mark says in which layer the head lies</source>
        <translation>Die Form eines Zeichens sagt, in welcher Schicht der Kopf liegt</translation>
    </message>
    <message>
        <source>The shape of a mark says how deep the head lies: each stands for its layer and those up to the next shape</source>
        <translation>Die Form eines Zeichens sagt, wie tief der Kopf liegt: jede steht für ihre Schicht und die bis zur nächsten Form</translation>
    </message>
</context>
<context>
    <name>ui::MessageStrip</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::NextTokens</name>
    <message>
        <source>Most likely next tokens</source>
        <translation>Wahrscheinlichste nächste Tokens</translation>
    </message>
    <message>
        <source>Next after token %1, the last computed</source>
        <translation>Nächstes nach Token %1, dem letzten berechneten</translation>
    </message>
    <message>
        <source>Next token after the last</source>
        <translation>Nächstes Token nach dem letzten</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>These are of an older text.</source>
        <translation>Diese gehören zu einem älteren Text.</translation>
    </message>
    <message>
        <source>The text goes on behind the last token that was computed.</source>
        <translation>Der Text geht hinter dem letzten berechneten Token weiter.</translation>
    </message>
    <message>
        <source>The model&apos;s own end token stands behind the text.</source>
        <translation>Das eigene Ende-Token des Modells steht hinter dem Text.</translation>
    </message>
    <message>
        <source>%1 is a control token, not text: it cannot be written.</source>
        <translation>%1 ist ein Steuerzeichen und kein Text: es lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 is a part of a character: text holds whole ones only.</source>
        <translation>%1 ist ein Teil eines Zeichens: Text enthält nur ganze.</translation>
    </message>
    <message>
        <source>own %1</source>
        <translation>eigene %1</translation>
    </message>
    <message>
        <source>new, %1</source>
        <translation>neu, %1</translation>
    </message>
    <message>
        <source>Appends %1 to the text</source>
        <translation>Hängt %1 an den Text an</translation>
    </message>
    <message>
        <source>Next token</source>
        <translation>Nächstes Token</translation>
    </message>
    <message>
        <source>Read anew: the piece joined others</source>
        <translation>Neu gelesen: das Stück verband sich mit anderen</translation>
    </message>
    <message>
        <source>The tokenizer cuts the text as a whole: together with what stood before it, the piece that was appended is other tokens than
the one that was chosen.</source>
        <translation>Der Tokenizer schneidet den Text als Ganzes: zusammen mit dem, was davor stand, besteht das angehängte Stück aus anderen Tokens als
dem gewählten.</translation>
    </message>
    <message>
        <source>Appends %1, the most likely token (Ctrl+Enter)</source>
        <translation>Hängt %1 an, das wahrscheinlichste Token (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>KL(own ‖ plan) %1 nats</source>
        <translation>KL(eigene ‖ Plan) %1 nat</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence Σ own · ln(own / plan) over all tokens that may come next: own is what the model gives them with its own attention, plan with this one.
0 where both are the same. An effect of the plan on this text, not an explanation: heads can make up for one another.</source>
        <translation>Kullback-Leibler-Divergenz Σ eigene · ln(eigene / Plan) über alle Tokens, die als nächste kommen können: eigene ist, was das Modell ihnen mit seiner eigenen Aufmerksamkeit gibt, Plan mit dieser.
0, wo beide gleich sind. Eine Wirkung des Plans auf diesen Text, keine Erklärung: Köpfe können füreinander einspringen.</translation>
    </message>
    <message>
        <source>own attention: not computed</source>
        <translation>eigene Aufmerksamkeit: nicht berechnet</translation>
    </message>
    <message>
        <source>dropped out, %1</source>
        <translation>herausgefallen, %1</translation>
    </message>
</context>
<context>
    <name>ui::NoticeStrip</name>
    <message>
        <source>About the picture</source>
        <translation>Zum Bild</translation>
    </message>
</context>
<context>
    <name>ui::PairHeader</name>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Blick</translation>
    </message>
    <message>
        <source>attends to</source>
        <translation>schaut auf</translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>rank %1 of %2 shown keys</source>
        <translation>Rang %1 von %2 gezeigten Keys</translation>
    </message>
    <message>
        <source>rank %1 of %2 allowed keys</source>
        <translation>Rang %1 von %2 erlaubten Keys</translation>
    </message>
    <message>
        <source>first token hidden, raw %1</source>
        <translation>erstes Token verborgen, roh %1</translation>
    </message>
    <message>
        <source>raw weight: the first token is hidden in the picture</source>
        <translation>rohes Gewicht: das erste Token ist im Bild verborgen</translation>
    </message>
    <message>
        <source>raw weight: the hidden first token leaves nothing of this row</source>
        <translation>rohes Gewicht: das verborgene erste Token lässt von dieser Zeile nichts übrig</translation>
    </message>
</context>
<context>
    <name>ui::PatternBlocks</name>
    <message>
        <source>This expression is freely composed: blocks that are joined by | can be switched here.</source>
        <translation>Dieser Ausdruck ist frei gebaut: Bausteine, die | verbindet, lassen sich hier schalten.</translation>
    </message>
    <message>
        <source>Besides the blocks: %1</source>
        <translation>Außer den Bausteinen: %1</translation>
    </message>
</context>
<context>
    <name>ui::PatternBrushes</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pairs after the query stay out: causal is on.</source>
        <translation>Paare nach der Query bleiben weg: Kausal ist an.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Paint pairs that are allowed (B)</source>
        <translation>Paare malen, die erlaubt sind (B)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Paint pairs that are taken away (E)</source>
        <translation>Paare malen, die wegfallen (E)</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Paint cells</source>
        <translation>Zellen malen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Paint rows</source>
        <translation>Zeilen malen</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Paint blocks</source>
        <translation>Blöcke malen</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>How many cells the brush is across (comma and full stop)</source>
        <translation>Wie viele Zellen der Pinsel breit ist (Komma und Punkt)</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
</context>
<context>
    <name>ui::PatternExpression</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>War %1 gemeint?</translation>
    </message>
    <message>
        <source>The gallery above shows all there are.</source>
        <translation>Die Galerie oben zeigt alle, die es gibt.</translation>
    </message>
    <message>
        <source>The expression stays as it was.</source>
        <translation>Der Ausdruck bleibt, wie er war.</translation>
    </message>
    <message>
        <source>No pattern is in force.</source>
        <translation>Kein Muster gilt.</translation>
    </message>
    <message>
        <source>Still in force: %1</source>
        <translation>Weiter gilt: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::PatternField</name>
    <message>
        <source>Pattern expression</source>
        <translation>Ausdruck des Musters</translation>
    </message>
    <message>
        <source>The expression with what was to be put in</source>
        <translation>Der Ausdruck mit dem, was eingesetzt werden sollte</translation>
    </message>
</context>
<context>
    <name>ui::PatternPainter</name>
    <message>
        <source>Query %1 cannot see token %2, which follows it: nothing to paint there.</source>
        <translation>Query %1 kann Token %2 nicht sehen, das ihr folgt: dort ist nichts zu malen.</translation>
    </message>
    <message>
        <source>click to allow it</source>
        <translation>klicken, um es zu erlauben</translation>
    </message>
    <message>
        <source>click to take it away</source>
        <translation>klicken, um es wegzunehmen</translation>
    </message>
</context>
<context>
    <name>ui::PatternPanel</name>
    <message>
        <source>Custom</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Building blocks</source>
        <translation>Bausteine</translation>
    </message>
    <message>
        <source>Gallery of patterns</source>
        <translation>Mustergalerie</translation>
    </message>
    <message>
        <source>Patterns of real models, and every primitive</source>
        <translation>Muster echter Modelle und jedes Grundmuster</translation>
    </message>
    <message>
        <source>mask_mod</source>
        <translation>mask_mod</translation>
    </message>
    <message>
        <source>Copy mask_mod</source>
        <translation>mask_mod kopieren</translation>
    </message>
    <message>
        <source>Copies the pattern as FlexAttention&apos;s mask_mod</source>
        <translation>Kopiert das Muster als mask_mod für FlexAttention</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copies the pattern as JSON</source>
        <translation>Kopiert das Muster als JSON</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Bild …</translation>
    </message>
    <message>
        <source>Saves a picture of the pattern</source>
        <translation>Speichert ein Bild des Musters</translation>
    </message>
    <message>
        <source>Copy or save</source>
        <translation>Kopieren, speichern</translation>
    </message>
</context>
<context>
    <name>ui::PatternReach</name>
    <message>
        <source>Reach after layers</source>
        <translation>Reichweite nach Schichten</translation>
    </message>
    <message>
        <source>If all %1 layers used this pattern. A pair is reached when some path of allowed links joins it, and a token always knows itself; darker = fewer hops.</source>
        <translation>Wenn alle %1 Schichten dieses Muster hätten. Ein Paar ist erreicht, wenn ein Weg erlaubter Verbindungen es verbindet, und sich selbst kennt ein Token immer; dunkler = weniger Schritte.</translation>
    </message>
</context>
<context>
    <name>ui::PatternRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: type, use the arrow keys, or pull the number across</source>
        <translation>%1: tippen, Pfeiltasten nutzen oder die Zahl seitwärts ziehen</translation>
    </message>
    <message>
        <source>Global tokens</source>
        <translation>Globale Tokens</translation>
    </message>
    <message>
        <source>Token texts in quotes, positions or ranges, with commas between: &quot;.&quot;, 3, 5-8</source>
        <translation>Tokentexte in Anführungszeichen, Positionen oder Bereiche, mit Kommas dazwischen: &quot;.&quot;, 3, 5-8</translation>
    </message>
</context>
<context>
    <name>ui::PatternTabs</name>
    <message>
        <source>Patterns that are compared</source>
        <translation>Verglichene Muster</translation>
    </message>
    <message>
        <source>Add a pattern</source>
        <translation>Muster hinzufügen</translation>
    </message>
    <message>
        <source>Pattern %1</source>
        <translation>Muster %1</translation>
    </message>
    <message>
        <source>Compares a copy of this pattern with it</source>
        <translation>Vergleicht eine Kopie dieses Musters mit ihm</translation>
    </message>
    <message>
        <source>No more than %1 patterns are compared</source>
        <translation>Mehr als %1 Muster werden nicht verglichen</translation>
    </message>
    <message>
        <source>Remove pattern %1</source>
        <translation>Muster %1 entfernen</translation>
    </message>
</context>
<context>
    <name>ui::PicturePlace</name>
    <message>
        <source>This text was not computed.</source>
        <translation>Dieser Text wurde nicht berechnet.</translation>
    </message>
    <message>
        <source>This text is being computed …</source>
        <translation>Dieser Text wird berechnet …</translation>
    </message>
</context>
<context>
    <name>ui::ProductTable</name>
    <message>
        <source>Products of query and key</source>
        <translation>Produkte von Query und Key</translation>
    </message>
</context>
<context>
    <name>ui::RankedHeads</name>
    <message>
        <source>Compare with shuffled tokens</source>
        <translation>Gemischte Tokens daneben</translation>
    </message>
    <message>
        <source>The best of many heads is always impressive. The same words in random order, mean of %1 shuffles,
say how much of a score is chance and habit. Long texts are compared when you ask for it here.</source>
        <translation>Der beste von vielen Köpfen beeindruckt immer. Dieselben Wörter in zufälliger Folge, im Mittel über %1 Mischungen,
sagen, wie viel von einem Wert Zufall und Gewohnheit ist. Lange Texte werden verglichen, wenn man es hier verlangt.</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Highest first</source>
        <translation>Höchste zuerst</translation>
    </message>
    <message>
        <source>Lowest first</source>
        <translation>Niedrigste zuerst</translation>
    </message>
    <message>
        <source>Highest first: click for the lowest</source>
        <translation>Höchste zuerst: ein Klick zeigt die niedrigsten</translation>
    </message>
    <message>
        <source>Lowest first: click for the highest</source>
        <translation>Niedrigste zuerst: ein Klick zeigt die höchsten</translation>
    </message>
</context>
<context>
    <name>ui::ReachCard</name>
    <message>
        <source>Shown for texts of up to %1 tokens.</source>
        <translation>Gezeigt für Texte bis zu %1 Tokens.</translation>
    </message>
    <message>
        <source>Pin a row to see which tokens can have told it anything, and through how many layers.</source>
        <translation>Zeile anheften: welche Tokens können ihr etwas gesagt haben, durch wie viele Schichten?</translation>
    </message>
    <message>
        <source>query %1 “%2”</source>
        <translation>Query %1 „%2“</translation>
    </message>
</context>
<context>
    <name>ui::ReachStrip</name>
    <message>
        <source>L%1 %2</source>
        <translation>L%1 %2</translation>
    </message>
    <message>
        <source>Reach after layers: %1</source>
        <translation>Reichweite nach Schichten: %1</translation>
    </message>
    <message>
        <source>L%1</source>
        <translation>L%1</translation>
    </message>
</context>
<context>
    <name>ui::RecentMenu</name>
    <message>
        <source>&amp;Recent models</source>
        <translation>&amp;Zuletzt geöffnete Modelle</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
</context>
<context>
    <name>ui::RowDialog</name>
    <message>
        <source>Row “%1” %2 of %3</source>
        <translation>Zeile „%1“ %2 von %3</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::RowStrips</name>
    <message>
        <source>What each query keeps, and how far its output moves</source>
        <translation>Was jede Query behält und wie weit sich ihre Ausgabe ändert</translation>
    </message>
    <message>
        <source>Query %1 keeps %2 of its mass, its output moves %3</source>
        <translation>Query %1 behält %2 ihrer Masse, Ausgabe ändert sich um %3</translation>
    </message>
    <message>
        <source>Query %1 keeps nothing: its row is empty</source>
        <translation>Query %1 behält nichts: ihre Zeile ist leer</translation>
    </message>
</context>
<context>
    <name>ui::SearchPopup</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search actions, heads, tokens</source>
        <translation>Befehle, Köpfe, Tokens suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>%1: do it</source>
        <translation>%1: ausführen</translation>
    </message>
    <message>
        <source>%1: show the head</source>
        <translation>%1: Kopf zeigen</translation>
    </message>
    <message>
        <source>%1: pin its row</source>
        <translation>%1: Zeile anheften</translation>
    </message>
    <message>
        <source>Heads: L0 H3 or 0.3. Tokens: text or position.</source>
        <translation>Köpfe: L0 H3 oder 0.3. Tokens: Text oder Position.</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nichts gefunden für „%1“.</translation>
    </message>
    <message>
        <source>The best %1 of %2 matches</source>
        <translation>Die besten %1 von %2 Treffern</translation>
    </message>
</context>
<context>
    <name>ui::SecondLine</name>
    <message>
        <source>Second sentence</source>
        <translation>Zweiter Satz</translation>
    </message>
    <message>
        <source>Attention of the head on show in the second sentence</source>
        <translation>Aufmerksamkeit des gezeigten Kopfes im zweiten Satz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the second sentence</source>
        <translation>Den zweiten Satz schließen</translation>
    </message>
    <message>
        <source>Closes the second sentence (%1)</source>
        <translation>Schließt den zweiten Satz (%1)</translation>
    </message>
</context>
<context>
    <name>ui::SentenceField</name>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Type a sentence and see where each word looks</source>
        <translation>Einen Satz schreiben und sehen, wohin jedes Wort schaut</translation>
    </message>
    <message>
        <source>Start token</source>
        <translation>Start-Token</translation>
    </message>
    <message>
        <source>The text with what was to be put in</source>
        <translation>Der Text mit dem, was eingesetzt werden sollte</translation>
    </message>
</context>
<context>
    <name>ui::Session</name>
    <message>
        <source>deleting</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>change of text</source>
        <translation>Änderung des Textes</translation>
    </message>
    <message>
        <source>change of plan</source>
        <translation>Änderung des Plans</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>release of pin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>head %1 with a pin</source>
        <translation>Kopf %1 mit angeheftetem Paar</translation>
    </message>
    <message>
        <source>change of model</source>
        <translation>Wechsel des Modells</translation>
    </message>
    <message>
        <source>own attention of %1</source>
        <translation>eigene Aufmerksamkeit von %1</translation>
    </message>
    <message>
        <source>switching off %1</source>
        <translation>Abschalten von %1</translation>
    </message>
    <message>
        <source>mean instead of %1</source>
        <translation>Mittelwert statt %1</translation>
    </message>
    <message>
        <source>append %1</source>
        <translation>Anhängen von %1</translation>
    </message>
    <message>
        <source>second sentence</source>
        <translation>zweiter Satz</translation>
    </message>
    <message>
        <source>closing of the second sentence</source>
        <translation>Schließen des zweiten Satzes</translation>
    </message>
</context>
<context>
    <name>ui::SessionActions</name>
    <message>
        <source>Linear scale</source>
        <translation>Lineare Skala</translation>
    </message>
    <message>
        <source>√ scale</source>
        <translation>√-Skala</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Log-Skala</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Colour grows with the weight</source>
        <translation>Die Farbe wächst mit dem Gewicht</translation>
    </message>
    <message>
        <source>√</source>
        <translation>√</translation>
    </message>
    <message>
        <source>Colour grows with the square root of the weight: small weights are seen</source>
        <translation>Die Farbe wächst mit der Wurzel des Gewichts: kleine Gewichte sind zu sehen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Colour grows with the logarithm of the weight: each step is a fraction of the one before</source>
        <translation>Die Farbe wächst mit dem Logarithmus des Gewichts: jede Stufe ist ein Bruchteil der vorigen</translation>
    </message>
    <message>
        <source>Links + matrix</source>
        <translation>Linien + Matrix</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Hide first token</source>
        <translation>Erstes Token verbergen</translation>
    </message>
    <message>
        <source>Leaves the first token out and divides every row by 1 − its weight</source>
        <translation>Lässt das erste Token weg und teilt jede Zeile durch 1 − sein Gewicht</translation>
    </message>
    <message>
        <source>&amp;Compute again</source>
        <translation>Neu &amp;berechnen</translation>
    </message>
    <message>
        <source>Next scale</source>
        <translation>Nächste Skala</translation>
    </message>
    <message>
        <source>Next of links, matrix, both</source>
        <translation>Nächstes von Linien, Matrix, beidem</translation>
    </message>
    <message>
        <source>Own attention</source>
        <translation>Eigene Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Off: writes nothing</source>
        <translation>Aus: schreibt nichts</translation>
    </message>
    <message>
        <source>Mean of allowed values</source>
        <translation>Mittel der erlaubten Values</translation>
    </message>
    <message>
        <source>Previous head</source>
        <translation>Voriger Kopf</translation>
    </message>
    <message>
        <source>Next head</source>
        <translation>Nächster Kopf</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>Release pin</source>
        <translation>Angeheftetes Paar lösen</translation>
    </message>
    <message>
        <source>Prove that the row cannot know the future</source>
        <translation>Beweisen, dass die Zeile die Zukunft nicht wissen kann</translation>
    </message>
    <message>
        <source>Stop the proof</source>
        <translation>Den Beweis abbrechen</translation>
    </message>
    <message>
        <source>Append the most likely token</source>
        <translation>Das wahrscheinlichste Token anhängen</translation>
    </message>
    <message>
        <source>Solo: this head alone</source>
        <translation>Solo: dieser Kopf allein</translation>
    </message>
    <message>
        <source>Heads panel</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Rows and columns are tokens, as the model reads them</source>
        <translation>Zeilen und Spalten sind Tokens, wie das Modell sie liest</translation>
    </message>
    <message>
        <source>Rows and columns are words: keys are summed, query pieces averaged</source>
        <translation>Zeilen und Spalten sind Wörter: Keys werden summiert, Query-Teile gemittelt</translation>
    </message>
    <message>
        <source>&amp;Second sentence</source>
        <translation>&amp;Zweiter Satz</translation>
    </message>
    <message>
        <source>A sentence beside the first, on the same head</source>
        <translation>Ein Satz neben dem ersten, am selben Kopf</translation>
    </message>
    <message>
        <source>Tokens or words</source>
        <translation>Tokens oder Wörter</translation>
    </message>
    <message>
        <source>Lo&amp;upe</source>
        <translation>L&amp;upe</translation>
    </message>
    <message>
        <source>The exact cells around the one that is looked at, where cells are too small to be read</source>
        <translation>Die genauen Zellen um die betrachtete, wo Zellen zum Lesen zu klein sind</translation>
    </message>
    <message>
        <source>Read the row</source>
        <translation>Zeile vorlesen</translation>
    </message>
    <message>
        <source>Row as a table</source>
        <translation>Zeile als Tabelle</translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Own attention of all heads</source>
        <translation>Eigene Aufmerksamkeit aller Köpfe</translation>
    </message>
</context>
<context>
    <name>ui::ShareList</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>ui::ShowMe</name>
    <message>
        <source>step of Show me</source>
        <translation>Schritt von „Zeig es mir“</translation>
    </message>
    <message>
        <source>The sentence is being computed …</source>
        <translation>Der Satz wird berechnet …</translation>
    </message>
</context>
<context>
    <name>ui::StepList</name>
    <message>
        <source>Sum of products</source>
        <translation>Summe der Produkte</translation>
    </message>
    <message>
        <source>q·k: large where the query q of one token fits the key k of the other.</source>
        <translation>q·k: groß, wo die Query q des einen Tokens zum Key k des anderen passt.</translation>
    </message>
    <message>
        <source>Score s</source>
        <translation>Score s</translation>
    </message>
    <message>
        <source>s: the sum, divided by the square root of the number of dimensions unless the model says otherwise.</source>
        <translation>s: die Summe, geteilt durch die Wurzel aus der Zahl der Dimensionen, wenn das Modell nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Whether this query may look at this key at all.</source>
        <translation>Ob diese Query überhaupt auf diesen Key schauen darf.</translation>
    </message>
    <message>
        <source>Row log-sum-exp</source>
        <translation>Log-Sum-Exp der Zeile</translation>
    </message>
    <message>
        <source>ℓ: the logarithm of the sum of exp(s) over all allowed keys of the row. With it the weights of the row sum to 1.</source>
        <translation>ℓ: der Logarithmus der Summe von exp(s) über alle erlaubten Keys der Zeile. Mit ihm ergeben die Gewichte der Zeile zusammen 1.</translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation>Gewicht w</translation>
    </message>
    <message>
        <source>w: the share of the row that this key gets.</source>
        <translation>w: der Anteil der Zeile, den dieser Key bekommt.</translation>
    </message>
    <message>
        <source>Shown weight</source>
        <translation>Gezeigtes Gewicht</translation>
    </message>
    <message>
        <source>The share of what is left of the row without its first token.</source>
        <translation>Der Anteil an dem, was von der Zeile ohne ihr erstes Token bleibt.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>‖w·v·W_O‖: the length of what this key adds to the token: its value vector v, times the weight w, through the output matrix W_O of the head. A large weight can carry little.</source>
        <translation>‖w·v·W_O‖: die Länge dessen, was dieser Key zum Token beiträgt: sein Value-Vektor v, mal dem Gewicht w, durch die Ausgabematrix W_O des Kopfes. Ein großes Gewicht kann wenig tragen.</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>ℓ, row %1</source>
        <translation>ℓ, Zeile %1</translation>
    </message>
    <message>
        <source>From score to weight</source>
        <translation>Vom Score zum Gewicht</translation>
    </message>
</context>
<context>
    <name>ui::SweepCard</name>
    <message>
        <source>Try all</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Output error</source>
        <translation>Ausgabefehler</translation>
    </message>
    <message>
        <source>KL from the own weights</source>
        <translation>KL zu eigenen Gewichten</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>KV-Cache</translation>
    </message>
    <message>
        <source>Pattern with lists of numbers in braces</source>
        <translation>Muster mit Zahlenlisten in geschweiften Klammern</translation>
    </message>
    <message>
        <source>Numbers in braces are tried one after the other: window({8, 16, 32}), sinks({0-4})</source>
        <translation>Zahlen in geschweiften Klammern werden nacheinander getestet: window({8, 16, 32}), sinks({0-4})</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>%1 of %2 patterns tried</source>
        <translation>%1 von %2 Mustern getestet</translation>
    </message>
    <message>
        <source>Every number in braces is tried on this head. Each point is a pattern; none lies below and left of the line.</source>
        <translation>Jede Zahl in { } wird an diesem Kopf getestet. Jeder Punkt ist ein Muster; keiner liegt links unter der Linie.</translation>
    </message>
    <message>
        <source>%1 FLOPs</source>
        <translation>%1 FLOPs</translation>
    </message>
    <message>
        <source>Cheapest that keeps %1: %2, which keeps %3 for %4.</source>
        <translation>Günstigstes, das %1 behält: %2, es behält %3 für %4.</translation>
    </message>
    <message>
        <source>No pattern of these keeps %1 of the mass.</source>
        <translation>Keines dieser Muster behält %1 der Masse.</translation>
    </message>
    <message>
        <source>Not drawn, because rows without a key have an infinite KL: %1.</source>
        <translation>Nicht gezeichnet, weil Zeilen ohne Key eine unendliche KL haben: %1.</translation>
    </message>
</context>
<context>
    <name>ui::SweepPlot</name>
    <message>
        <source>Patterns of the sweep: cost across, loss up</source>
        <translation>Muster der Serie: Kosten nach rechts, Loss nach oben</translation>
    </message>
    <message>
        <source>%1 FLOPs</source>
        <translation>%1 FLOPs</translation>
    </message>
    <message>
        <source>%1 of KV cache</source>
        <translation>%1 KV-Cache</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>∞, rows keep nothing</source>
        <translation>∞, Zeilen behalten nichts</translation>
    </message>
    <message>
        <source>%1: keeps %2, output error %3, KL %4, %5</source>
        <translation>%1: behält %2, Ausgabefehler %3, KL %4, %5</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>KV cache, bytes</source>
        <translation>KV-Cache, Bytes</translation>
    </message>
    <message>
        <source>output error</source>
        <translation>Ausgabefehler</translation>
    </message>
    <message>
        <source>KL, nats</source>
        <translation>KL, nat</translation>
    </message>
</context>
<context>
    <name>ui::TargetPad</name>
    <message>
        <source>Target pattern: rows look, columns are looked at</source>
        <translation>Gesuchtes Muster: Zeilen schauen, auf Spalten wird geschaut</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 looks at %2</source>
        <translation>%1 schaut auf %2</translation>
    </message>
    <message>
        <source>%1: not allowed</source>
        <translation>%1: nicht erlaubt</translation>
    </message>
    <message>
        <source>, drawn</source>
        <translation>, gezeichnet</translation>
    </message>
</context>
<context>
    <name>ui::ToolStops</name>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
</context>
<context>
    <name>ui::WalkCard</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Show me, step %1 of %2</source>
        <translation>Zeig es mir, Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>ui::WelcomeCard</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>New here? %1 starts a walk through this window. It takes 90 seconds, by keyboard alone, and leaves everything as it is.</source>
        <translation>Neu hier? %1 startet einen Rundgang durch dieses Fenster. Er dauert 90 Sekunden, allein mit der Tastatur, und lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Help → Show me, or %1, starts it at any time</source>
        <translation>Hilfe → Zeig es mir oder %1 startet ihn jederzeit</translation>
    </message>
</context>
<context>
    <name>ui::WordPanel</name>
    <message>
        <source>the sum over %1 key pieces</source>
        <translation>die Summe über %1 Key-Teile</translation>
    </message>
    <message>
        <source>mean over %1 query pieces</source>
        <translation>Mittel über %1 Query-Teile</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1, je %2</translation>
    </message>
    <message>
        <source> · the picture hides this word</source>
        <translation> · das Bild verbirgt dieses Wort</translation>
    </message>
    <message>
        <source> · the hidden first word leaves nothing of this row</source>
        <translation> · das verborgene erste Wort lässt von dieser Zeile nichts übrig</translation>
    </message>
    <message>
        <source> · first word hidden: shown as %1</source>
        <translation> · erstes Wort verborgen: gezeigt als %1</translation>
    </message>
    <message>
        <source>looks nowhere, left out</source>
        <translation>blickt nirgendwohin, zählt nicht</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>Weight of the words</source>
        <translation>Gewicht der Wörter</translation>
    </message>
    <message>
        <source>One pair of their tokens:</source>
        <translation>Ein Paar ihrer Tokens:</translation>
    </message>
    <message>
        <source>attends to</source>
        <translation>schaut auf</translation>
    </message>
    <message>
        <source>Weight of the words %1</source>
        <translation>Gewicht der Wörter %1</translation>
    </message>
    <message>
        <source>Not allowed: no pair of their tokens is.</source>
        <translation>Nicht erlaubt: kein Paar ihrer Tokens ist es.</translation>
    </message>
    <message>
        <source>%1 × %2 pieces: too many to list</source>
        <translation>%1 × %2 Teile: zu viele zum Aufzählen</translation>
    </message>
</context>
<context>
    <name>ui::WorkIndicator</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
</context>
</TS>
