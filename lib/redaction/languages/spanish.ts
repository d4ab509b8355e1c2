import type { Language } from './language';

export const spanish: Language = {
	name: 'Spanish',
	units: 'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve',
	teens: 'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
	tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
	compounds: `
		veintiuno=21 veintiún=21 veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25
		veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29
		ventiuno=21 ventidós=22 ventitrés=23 venticuatro=24 venticinco=25 ventiséis=26 ventisiete=27
		ventiocho=28 ventinueve=29 veintitres=23 treintaiuno=31 treintaidos=32 treintaitres=33
		treintaicuatro=34 treintaicinco=35 treintaiseis=36 treintaisiete=37 treintaiocho=38
		treintainueve=39 cuarentaiuno=41 cuarentaidos=42 cuarentaitres=43 cuarentaicuatro=44
		cuarentaicinco=45 cuarentaiseis=46 cuarentaisiete=47 cuarentaiocho=48 cuarentainueve=49
		cincuentaiuno=51 cincuentaidos=52 cincuentaitres=53 cincuentaicuatro=54 cincuentaicinco=55
		cincuentaiseis=56 cincuentaisiete=57 cincuentaiocho=58 cincuentainueve=59 sesentaiuno=61
		sesentaidos=62 sesentaitres=63 sesentaicuatro=64 sesentaicinco=65 sesentaiseis=66
		sesentaisiete=67 sesentaiocho=68 sesentainueve=69 setentaiuno=71 setentaidos=72
		setentaitres=73 setentaicuatro=74 setentaicinco=75 setentaiseis=76 setentaisiete=77
		setentaiocho=78 setentainueve=79 ochentaiuno=81 ochentaidos=82 ochentaitres=83
		ochentaicuatro=84 ochentaicinco=85 ochentaiseis=86 ochentaisiete=87 ochentaiocho=88
		ochentainueve=89 noventaiuno=91 noventaidos=92 noventaitres=93 noventaicuatro=94
		noventaicinco=95 noventaiseis=96 noventaisiete=97 noventaiocho=98 noventainueve=99
		doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400
		cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700
		setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900
	`,
	hundred: 'cien/ciento',
	thousand: 'mil',
	large: 'millón millones',
	joins: 'y',
	weak: 'un una uno once dos',
	repeats: 'doble=2 triple=3 cuádruple=4',
	times: 'veces',
	ordinals:
		'primer primera primero segunda segundo tercer tercera tercero cuarta cuarto quinta quinto sexta sexto',
	letterCases: 'mayúscula mayúsculas minúscula minúsculas',
	addressSigns: 'arroba=@ punto=. guion=- bajo=_',
	spellingAlphabet: 'h=hache j=jota f=efe l=ele m=eme n=ene r=erre x=equis z=zeta v=uve q=cu g=ge',
	weakLetters: 's=ese',
	determiners: 'nueva nuevo mi su tu nuestro este ese cuándo el la los las',
	locatives: 'en del de',
	dayMarkers: 'el del',
	monthEnds: 'fin final finales',
	monthEndJoins: 'de del',
	yearJoins: 'de del',
	yearMarkers: 'en desde',
	rangeJoins: 'al a',
	paymentTimes: 'ahora hoy',
	inSentences:
		'que los las una por con para del mis sus son está pero como más muy cuando porque usted sobre entre desde hasta sin',
	phrases: {
		card: `
			número de la (visa|mastercard), números de mi tarjeta, los 16 dígitos, número largo,
			número de tarjeta, número de la tarjeta, número de mi tarjeta, número de su tarjeta,
			número de tu tarjeta, números de la tarjeta, número de tarjeta de crédito,
			número de tarjeta de débito, número de la tarjeta de crédito, número de la tarjeta de débito,
			tarjeta número, los dieciséis dígitos, dieciséis dígitos, 16 dígitos,
			(números|dígitos) (del frente|de delante|de enfrente) de la tarjeta,
			numeración de (la|mi|su) tarjeta, números de (mi|su) tarjeta, los números largos,
			número del plástico, número de la (amex|tarjeta nueva), tarjeta es la,
			(dígame|dime|deme) la tarjeta, dieciséis números, 16 números, los dieciséis
		`,
		cardMention: `
			tarjeta de crédito, tarjeta de débito, tarjeta, tarjeta bancaria, plástico, mi visa, la visa,
			una visa, american express, tarjeta prepago
		`,
		security: `
			código de (tres|cuatro|3|4) (dígitos|cifras|números), código de la tarjeta, número de control,
			(tres|3|cuatro|4) (dígitos|números|cifras), código de seguridad, el código de seguridad,
			número de seguridad, código de verificación de la tarjeta, código cvv, código cvc,
			clave de seguridad,
			(tres|3|últimos tres|) (dígitos|números|cifras) (de atrás|detrás|por detrás|del reverso|al dorso|de la parte de atrás|de la parte trasera),
			(código|número) (de atrás|detrás|por detrás|del reverso|al dorso|de la parte de atrás),
			tres dígitos, tres números, tres cifras, últimos tres, tres últimos, tres dígitos de atrás,
			tres números de atrás, tres dígitos del reverso, tres números del reverso, tres dígitos al dorso,
			3 dígitos de atrás, dígitos del reverso, números del reverso, número del reverso,
			número de atrás, números de atrás, código de atrás, código del reverso, al dorso, parte de atrás,
			parte trasera, reverso de la tarjeta, reverso de su tarjeta, dorso de la tarjeta,
			(los|) (tres|cuatro|3|4) (de atrás|de detrás|del reverso|de delante|de adelante|de enfrente|del frente),
			los de (atrás|detrás|delante|enfrente), el de (atrás|detrás),
			(tres|cuatro|3|4) (numeritos|dígitos|números|cifras) (de delante|de adelante|del frente|de enfrente),
			(delante|adelante|enfrente|al frente) (pone|dice|trae|viene), numeritos, numerito de atrás, los numeritos, (dele|dale|dé) la vuelta a la tarjeta,
			(voltee|voltea|gire|gira) la tarjeta, (junto|al lado) (a|de) la firma, al lado de la firma,
			detrás de la tarjeta, atrás de la tarjeta, por atrás de la tarjeta,
			código (de validación|verificador) de la tarjeta, dígitos de seguridad, números de seguridad,
			cevevé, ceuveuve, ce uve uve, ce uve ce, código de detrás, cvv2
		`,
		expiry: `
			(debajo del|bajo el|abajo del) nombre,
			hasta cuándo (es válida|vale|sirve), fecha de vencimiento, fecha de caducidad, fecha de expiración, vencimiento, caducidad, vence,
			caduca, expira, válida hasta, vigencia,
			fecha (de delante|de enfrente|del frente|de la tarjeta|de validez|de vto|de la tarjeta),
			(cuándo|cuando) (vence|caduca|expira), buena hasta, vigente hasta, valida hasta, válida hasta el,
			mes y año, vencimiento de la tarjeta
		`,
		bank: `
			cci, cbu, número de (cci|cbu), código de cuenta, número interbancario, clabe bancaria,
			número de cuenta clabe, entidad y oficina, número de cuenta, número de la cuenta,
			número de mi cuenta, número de su cuenta, número de tu cuenta, número de cuenta bancaria,
			cuenta bancaria, cuenta corriente, cuenta de ahorros, cuenta de cheques, cuenta número,
			datos bancarios, número de ruta, número de routing, código de ruta, clabe interbancaria,
			cuenta clabe, número iban, código iban, código swift, código bic, bizum, en la cuenta,
			a la cuenta, en mi cuenta, a mi cuenta, (a|en|de) (qué|cuál) cuenta, qué cuenta,
			código cuenta cliente, código de cuenta cliente, CCC, número ccc, ruta y cuenta, mi clabe,
			la clabe, su clabe, cuenta de nómina, cuenta vista, cuenta rut, caja de ahorro, caja de ahorros,
			cvu, número de cvu, número de iban, cuenta iban, abajo del cheque, parte de abajo del cheque,
			libreta de ahorros, número de la libreta, número de cartilla, datos de la cuenta,
			datos de cuenta, datos del banco, banco y cuenta, cuenta de banco, número de cuenta de banco,
			cuenta de débito, cuenta es la, cuenta destino, cuenta de destino, domiciliar en la cuenta,
			domiciliación es la cuenta
		`,
		bankMention: `
			cuenta (de|del|de la) (luz|agua|gas|teléfono|internet|celular|móvil|cable|electricidad|cliente|servicio|suministro),
			cuenta, mi cuenta, banco, transferencia, bbva, caixabank, bankinter, sabadell, bancolombia,
			banorte, banamex, chequera, libreta
		`,
		tax: `
			mi nie, su nie, el nie, nie es, número de nie, nie con letra,
			ene i e, ene i efe, de ene i, ce i efe, número de afiliación, nss, número de seguro, número del seguro, mi cédula, su cédula,
			número de rfc, número de cuit, mi rut, número de seguro social, seguro social,
			número del seguro social, número de la seguridad social, número de seguridad social,
			seguridad social, nif, NIE, nie número, número de nie, dni, número de dni,
			documento nacional de identidad, número de identificación fiscal, identificación fiscal,
			número fiscal, cif, rfc, rut, cuit, cuil, curp, nit, número de contribuyente, cédula,
			número de cédula, número de identidad, número de identificación, pasaporte, número de pasaporte,
			número de iva, documento de identidad, documento nacional, número de documento, mi documento,
			su documento, (carné|carnet) de (identidad|conducir|extranjería),
			(permiso|licencia) de (conducir|manejo|conducción), número de (licencia|carnet|carné),
			cédula de (ciudadanía|identidad|extranjería), cédula jurídica, tu cédula, INE, mi ine,
			clave de elector, credencial de elector, r f c, registro federal de contribuyentes, c u r p,
			d n i, n i e, n i f, c i f, nif iva, número de identificación tributaria, ruc, r u c,
			número de ruc, número de rut, su rut, número de cuil, número de curp, número de nit,
			número de cif, número de nif, nif de la empresa, imss, número del imss, número de imss, nuss,
			número nuss, número de la seguro social, su seguro social, mi seguro social, mi social,
			tarjeta de residencia, permiso de residencia, número de extranjero, número de soporte,
			pasaporte número, mi pasaporte, su pasaporte,
			(últimos|los últimos) cuatro de (su|mi|tu) seguro social, últimos cuatro del seguro social,
			últimos cuatro dígitos (de su|del|de mi) seguro social
		`,
		code: `
			(número|código|cifra) (le|te|me) (sale|salió|aparece|muestra|da), (siempre|) tecleo, siempre (marco|pongo|uso|meto),
			(entra|entro|entrar) con el (número|código|pin), te mando un número, le mando un número,
			(cifras|dígitos|números) que (usa|usas|marca|pone|teclea|mete) en el cajero, número de la aplicación, número que (da|muestra) la app,
			(pide|piden|pidiendo|pidió) (un|el|otro) código, (recibí|recibido|llegó) (un|el|otro) código, código puk, puk,
			(llegó|ha llegado|acaba de llegar|entró) (el|un) (mensaje|sms|mensajito),
			código temporal, código de confirmación, código que me (llegó|mandaron|enviaron|dieron|salió),
			código que (recibí|llegó), código de la app, token del banco, clave temporal,
			clave de cuatro dígitos, nip, mi nip, su nip, código de verificación, código de un solo uso,
			código de confirmación del banco, clave dinámica, código que me llegó, código que le llegó,
			código que le enviamos, código que le mandamos, código que recibió, código que me enviaron,
			código sms, código por sms, código de acceso, código de autenticación, código de seis dígitos,
			código de 6 dígitos, código de cuatro dígitos, número pin, mi pin, su pin, el pin,
			clave de acceso, clave de la tarjeta, clave de mi tarjeta, clave de su tarjeta, clave del cajero,
			clave de cajero, clave numérica, la clave, mi clave, su clave, tu clave, pin de la tarjeta,
			clave de un solo uso, clave del banco, clave bancaria,
			(código|número|clave) que (le|te|me|nos) (acaba de llegar|llega|ha llegado|hemos enviado|he enviado|han enviado|han mandado|hemos mandado|salió|aparece),
			acaba de llegar, sms con (el|un|este), mensaje con el (código|número),
			número que (le|me) (llegó|enviamos|mandaron|mandamos),
			clave que (le|me) (mandamos|enviamos|llegó|mandaron),
			clave de (la app|firma|operaciones|internet|telefonía|activación|seis dígitos|4 dígitos|6 dígitos),
			contraseña (del cajero|de un solo uso|numérica|de la tarjeta), firma electrónica,
			tarjeta de (coordenadas|claves), coordenadas,
			código (de activación|del token|de la aplicación|de firma|del mensaje|del sms|de desbloqueo|de validación|otp|de ingreso|dinámico|único),
			pin (del cajero|de la app|telefónico|de acceso|de cuatro dígitos|del banco|secreto),
			número secreto, número secreto de la tarjeta, me llegó el código, le llegó el código,
			llegado el código, el token, mi token, su token, número de token, clave token, código token
		`,
		password: `
			clave,
			password, passwd, la contraseña, mi contraseña, contraseña, contraseñas, clave secreta, palabra clave, mi clave, la clave, su clave,
			(cambié|cambiado|cambiamos) (el|mi|su) (acceso|login|ingreso) a, palabra (secreta|de seguridad|de paso|memorable), frase (de paso|de contraseña), pregunta (de seguridad|secreta),
			respuesta (secreta|de seguridad), (clave|contraseña) (telefónica|de voz|de teléfono), apellido de soltera, primera mascota,
			códigos de (respaldo|recuperación|seguridad de respaldo), código de (respaldo|recuperación), clave del wifi
		`,
		seed: `
			frase semilla, frase de recuperación, palabras de recuperación, frase secreta,
			frase mnemotécnica, doce palabras, 12 palabras, veinticuatro palabras, palabras semilla, las palabras, mis palabras, sus palabras,
			24 palabras, (primeras|siguientes|últimas) (tres|cuatro|cinco|seis) son, (tres|cuatro|cinco|seis) (primeras|siguientes|últimas) son,
			palabras son, mi frase, la frase, su frase, palabras secretas, seed phrase, frase de respaldo
		`,
		key: `clave privada, la clave privada, mi clave privada, llave privada, clave api, clave de api, llave api, token de acceso, llave secreta, la llave, mi llave, clave de acceso a la api, api key, private key, llave de api`,
		lastFour: `
			tarjeta (acaba|termina|finaliza),
			termina en, terminada en, terminado en, que termina en, terminación, últimos cuatro,
			últimos cuatro dígitos, los últimos cuatro, últimos 4, últimos 4 dígitos, últimas cuatro,
			últimas cuatro cifras, acaba en, acabada en,
			(últimos|los últimos) cuatro de (su|mi|tu) seguro social, últimos cuatro del seguro social,
			últimos cuatro dígitos (de su|del|de mi) seguro social, cuatro últimos, los cuatro últimos,
			que acaba en, acabando en, termina con, con terminación, finaliza en, últimos números
		`,
		phone: `
			teléfono, número de teléfono, celular, número de celular, móvil, número de móvil, llámeme,
			llámame, llámeme al, número de contacto, mi número es, whatsapp, teléfono fijo, mi fijo, el fijo,
			mi celular, mi móvil, mi cel, llámenme, me llama al, llamarme al, marcar al, marque al,
			contactarme al, número de whatsapp, mi teléfono
		`,
		reference: `
			número de cuenta (de|del|de la) (luz|agua|gas|teléfono|internet|celular|móvil|cable|electricidad|cliente|servicio|suministro),
			cuenta contrato, (número de cuenta|cuenta) en (la|mi|su) factura, cheque es el (número|),
			(la|mi|su|) clave (de|del) (pedido|cliente|producto|reserva|rastreo|referencia|lada|artículo|proveedor|contrato|la factura|la reserva),
			número de factura, factura número, número de la factura, número de pedido, número del pedido,
			pedido número, número de orden, orden número, número de ticket, número de caso,
			número de reclamo, número de transacción, id de transacción, número de operación, operación,
			número de referencia, número de reserva, número de seguimiento, número de rastreo,
			código de seguimiento, código de reserva, código de descuento, código promocional,
			número de cliente, id de cliente, número de contrato, (contrato|pedido|expediente) es el, número de póliza, número de suscripción,
			número de serie, número de vuelo, número de envío, número de guía, número de incidencia,
			código de error, versión, id de llamada, localizador, número de recibo, número de expediente,
			número de socio, extensión,
			(número|código) de (expediente|folio|guía|albarán|cheque|póliza|siniestro|contador|medidor|suministro|lote|artículo|producto|empleado|colegiado|matrícula|placa|asiento|habitación|turno|solicitud|queja|reclamación|incidencia|trámite|orden de compra|devolución|paquete|abonado|proveedor|tienda|caja|mesa|radicado|registro|presupuesto|cotización|boleto|tique|parte|remesa|localizador|pedimento|convenio|barras|estudiante|matrícula|oficio|acta|denuncia|control escolar),
			cheque número, número del cheque, póliza número, expediente número, folio número, caso número,
			guía número, reserva número, autorización número, número de autorización, código de autorización,
			lectura del contador, lectura del medidor, cups, código cups, referencia número,
			referencia catastral, referencia de pago, referencia bancaria, línea de captura, orden de compra,
			ticket número, nro de (pedido|factura|orden|caso|cliente|contrato|guía),
			n de (pedido|factura|cliente|contrato), id de (pedido|transacción|usuario|pago|empleado|socio),
			reclamación (es|número), solicitud (es|número), cotización (es|número), queja número
		`,
		thing: `
			(plan|oferta|cupón|membresía|garantía|suscripción|póliza|factura|recibo) (vence|caduca|expira),
			medidor, contador,
			cuenta (de|del|de la) (luz|agua|gas|teléfono|internet|celular|móvil|cable|electricidad|cliente|servicio|suministro),
			(es|en) (el|) (departamento|depto|apartamento), cumpleaños, nacimiento, nací, nacida, nacido, cita, fecha de nacimiento, fecha de pago,
			factura, facturas, pedido, pedidos, orden, recibo, reserva, transacción, caso, pago, pagos,
			envío, habitación, vuelo, paso, opción, página, línea, piso, cliente, contrato, expediente,
			folio, albarán, póliza, siniestro, incidencia, referencia, radicado, boleto, tique,
			guía de envío
		`,
		amount: `
			mitad y mitad, importe, monto, cantidad, saldo, precio, costo, coste, cargo, cargos, cobro, cobraron, cobrado,
			pagué, pagar, reembolso, descuento, cuesta, valor, suma, tarifa, cuota,
			(me|nos|le|te|se) (cobran|cobraron|cobró|cobra|cobrarán|han cobrado|descontaron|retiraron|devolvieron|abonaron|depositaron),
			cobran, cobrando, cobramos, han cobrado, solo necesito, sólo necesito, cuotas de,
			mensualidades de, plazos de, pagos de, en total, total de, he pagado, devolución de,
			reembolso de, abono de, transferencia de, enganche, intereses, mensualidad, alquiler, renta de,
			recargo, cuestan, costó, costaba, gasté, debía, le debo, me debe, me deben, debo pagar,
			debe pagar, cuánto debo, se debe
		`,
		date: `
			(plan|oferta|cupón|membresía|garantía|suscripción|póliza|factura|recibo) (vence|caduca|expira),
			cita, fecha de nacimiento, fecha de pago,
			fecha, nacimiento, nací, año, mes, cumpleaños, a partir del, nacida, nacido, desde hace,
			desde enero, desde el año, hasta el
		`,
		postal: `código postal`,
		filler: `
			este, eh, pues, bueno, a ver, espere, espera, un momento, un segundo, un momentito, un segundito,
			un minuto, deme un momento, deme un segundo, déjeme ver, déjame ver, y, luego, después, entonces,
			sí, vale, de acuerdo, perfecto, muy bien, bien, es, es el, son, el, la, los, las, guion, guión,
			guion medio, espacio, coma, punto, de, del, ok, claro, correcto, por favor, gracias, aquí,
			aquí está, ahora, otra vez, sigue, siguiente, los siguientes, primeros cuatro, siguientes cuatro,
			los primeros cuatro, los siguientes cuatro, mi, mire, digo, y luego, y después, seguido de,
			número es, empieza con, empieza por, comienza con, apunte, anote, tome nota, finalmente, mmm,
			espere que, espera que, (que|) se me (cae|ha caído) el (móvil|teléfono|celular), que se me cae,
			(que|) me pongo (las gafas|los lentes|los anteojos), me pongo las gafas,
			(busco|sin|póngame) las gafas, mis gafas, mis lentes, los lentes, un segundito por favor,
			ya casi, deme un (segundito|minuto|momentito), permítame, permítame un (momento|segundo),
			déjeme (buscar|buscarla|buscarlo|que mire|sacar|sacarla|leer),
			déjame (buscar|buscarla|que mire|leer), (que|) giro la hoja, espéreme, espérame,
			espéreme tantito, tantito, un ratito, ahorita, ahí va, ahí vamos, sigo, siga, continúe, adelante,
			dígame, dime, le escucho, la escucho, le sigo, voy apuntando, apuntado, anotado, lo tengo,
			ya lo tengo, lo apunto, vamos, venga, a ver si lo veo, no veo bien, se oye mal, se corta,
			se está cortando, se entrecorta, me oye, me escucha, está ahí, sigue ahí, señor, señora,
			señorita, caballero, joven, cariño, mija, oiga, oye, ajá, ándale, órale, eso es, eso, así es,
			exacto, exactamente, listo, letra, la letra, con la letra, y termina, para terminar, por último,
			y por último, al final, primero, el resto, lo demás, barra, guiones, seguidos, todo seguido,
			todo junto, sin espacios, repito, le repito, se lo repito, los otros cuatro, últimos números son,
			y los últimos, dictando, le dicto, se la dicto, se lo dicto, aló, diga, mande,
			en la (página|línea|otra línea|pantalla|hoja), total que, total que es, en todo caso,
			en ese caso, en cualquier caso, en caso de, por si acaso, de paso
		`,
		correction: `
			no, perdón, perdone, disculpe, mejor dicho, quiero decir, me equivoqué, corrijo, lo siento,
			no espere, ay no, ay perdón, no no, me he equivocado, me equivoco, me confundí, me he confundido,
			equivocado, miento, corrección, rectifico, me (he saltado|salté|comí) uno, borre eso, olvide eso,
			empiezo de nuevo, empiezo otra vez, de nuevo, desde el principio, esa no, ese no, esa no era,
			lo leí mal, leí mal, está mal
		`,
		money: `
			dólar, dólares, euro, euros, peso, pesos, libra, libras, centavo, centavos, céntimo, céntimos,
			por ciento, millones, mil euros, mil dólares, eur, usd, mxn, soles, quetzales, bolívares, reales,
			colones, lempiras, guaraníes, bitcoins, pavos, porciento
		`,
		unit: `
			cada, día, días, semana, semanas, mes, meses, año, años, hora, horas, minuto, minutos, segundo,
			segundos, veces, vez, personas, facturas, pedidos, cargos, pagos, artículos, unidades, boletos,
			de la tarde, de la mañana, de la noche, calle, tarjetas, cuentas, opciones, cosas, correos,
			llamadas, confirmaciones, confirmación, cuotas, plazos, mensualidades, noches, habitaciones,
			paquetes, bultos, kilos, kilómetros, metros, litros, grados, trimestres, quincenas, niños,
			adultos, empleados, mensajes, intentos, acciones, monedas, gramos, páginas, docenas, hijos,
			entradas, plazas, acompañantes, kwh
		`,
		month: `
			enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre,
			noviembre, diciembre
		`,
		digits: `dígito, dígitos, cifra, cifras, números, letras, palabras, caracteres`,
		is: `es, son, era, sería, debe ser, debe de ser, tiene que ser, debería ser, tendría que ser, ha de ser`,
		purpose: `para, como, de`,
		spelling: `
			mayúscula, minúscula, mayúsculas, minúsculas, en mayúscula, en minúscula, en mayúsculas, en minúsculas,
			guion bajo, guión bajo, guion, guión, barra baja, arroba, punto, signo, asterisco, numeral, almohadilla,
			gato, signo de dólar, signo de pesos, signo de exclamación, signo de admiración, exclamación,
			admiración, signo de interrogación, interrogación, signo de porcentaje, signo de más, signo igual,
			ampersand, barra, dos puntos, hashtag, todo junto, sin espacios, letra, número
		`,
		notPassword: `
			lo que, antes, incorrecta, incorrecto, no, mi, su, la, el, una, un, que, de, para, en, muy, errónea, equivocada,
			expirada, vencida, inválida, válida, nueva, antigua, vieja, segura, correcta, demasiado, siempre,
			nunca, necesaria, obligatoria, caducada, olvidada, temporal, algo, está, bloqueada, débil, otra,
			diferente, privada, secreta, confidencial, ella, usted, ustedes, nosotros, ellos, les, nos, los,
			las, del, sabe, sabes, recuerdo, acuerdo, acuerda, olvidé, olvidó, olvidado, idea, ninguna,
			ninguno, nada, todo, todos, nadie, alguien, qué, cuál, cuándo, dónde, cómo, quién, por qué,
			porque, pero, también, tampoco, todavía, aún, más, menos, muy bien, tal, tengo, tiene, tenía,
			han, había, hay, estoy, estás, estaba, soy, eres, puedo, puede, podría, quiero, quiere, debo,
			debe, hago, hace, hacer, dije, dijo, decir, doy, dar, dio, puse, puso, poner, funciona, sirve,
			entra, pasa, hola, buenas, gracias, perdón, claro, exacto, correcto, perfecto, vale, entendido,
			misma, mismo, igual, fácil, difícil, complicada, larga, corta, hackeada, robada, cambiada,
			enviada, ayer, hoy, mañana, con, sin, sobre, por, desde, hasta, aquí, allí, ahí, esta, este,
			esto, esa, ese, eso, quizás, ninguna idea
		`,
		anyCode: `código, clave`,
		sent: `
			enviar, enviar un, mandar, acabamos de enviar, acabo de enviar, acabamos de mandar, acabo de mandar, enviamos, enviado, envié, mandamos, mandaron, llegó, recibió, recibí, mensaje, sms, enviaron,
			han enviado, ha llegado, llegado, me llega, mandado, mandó
		`,
		speaker: `persona, participante, agente, asistente, operador, operadora, asesor, asesora, cliente, llamante, usuario, usuaria, hablante, interlocutor`,
	},
};
