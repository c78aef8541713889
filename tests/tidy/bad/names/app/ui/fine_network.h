#pragma once

class QNetworkAccessManager;
